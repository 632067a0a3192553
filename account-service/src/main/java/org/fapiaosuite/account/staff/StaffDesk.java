package org.fapiaosuite.account.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.password.TemporaryPasswords;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.AccountStatus;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Takes people on, changes what they are, and lets them go. */
@ApplicationScoped
public class StaffDesk {

  private final Accounts accounts;
  private final SessionDesk sessions;
  private final TemporaryPasswords passwords;
  private final Announcer announcer;
  private final Revoking revoking;
  private final Ids ids;
  private final Clock clock;

  StaffDesk(
      Accounts accounts,
      SessionDesk sessions,
      TemporaryPasswords passwords,
      Announcer announcer,
      Revoking revoking,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.announcer = announcer;
    this.revoking = revoking;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes an account and has a temporary password mailed to it: nobody chooses another one's.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when the address has an account
   */
  @Transactional
  public Account takeOn(EmailAddress email, Role role, Locale locale) {
    if (!accounts.isFreeOfAllForMe(email)) {
      throw StandardProblem.CONFLICT.with();
    }
    Account account = Account.ofStaff(ids.next(), email, role, locale, clock.instant());
    accounts.persistAndFlush(account);
    announcer.tell(AccountActivated.of(account, null));
    passwords.send(account);
    return account;
  }

  /** Staff after an id, in the order of their ids. */
  @Transactional
  public List<Account> list(@Nullable UUID after, int limit) {
    return accounts.staff(after, limit);
  }

  /** A member of staff; a customer is none, and therefore absent here. */
  @Transactional
  public Optional<Account> find(UUID id) {
    return accounts.findByIdOptional(id).filter(account -> account.role().isStaff());
  }

  /**
   * Changes role and status; whoever was signed in no longer is, if either changed.
   *
   * @param ifMatch names the version that was read; another one means that somebody was faster
   * @param role the same as before where an issuer says it
   * @param admin who changes; never their own account, so that the last one cannot lock themselves
   *     out
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409, 412, 428
   */
  @Transactional
  public Account change(
      UUID id, @Nullable String ifMatch, Role role, AccountStatus status, UUID admin) {
    Account account =
        accounts
            .locked(id)
            .filter(found -> found.role().isStaff())
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    Versions.demand(ifMatch, account.version());
    return set(account, role, status, admin);
  }

  /**
   * Lets somebody go; repeated, they stay gone.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409
   */
  @Transactional
  public void letGo(UUID id, UUID admin) {
    Account account =
        accounts
            .locked(id)
            .filter(found -> found.role().isStaff())
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    set(account, account.role(), AccountStatus.DISABLED, admin);
  }

  private Account set(Account account, Role role, AccountStatus status, UUID admin) {
    boolean issuerSays = account.isFromIssuer() && account.role() != role;
    if (account.id().equals(admin) || issuerSays) {
      throw StandardProblem.CONFLICT.with();
    }
    long before = account.epoch();
    account.changeRole(role);
    switch (status) {
      case ACTIVE -> account.enable();
      case DISABLED -> account.disable();
    }
    if (account.epoch() != before) {
      sessions.endAll(account.id());
      revoking.tokensOf(account);
    }
    accounts.flush();
    return account;
  }
}
