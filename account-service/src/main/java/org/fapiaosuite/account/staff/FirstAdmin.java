package org.fapiaosuite.account.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.secret.SecretSource;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Makes the administrator who takes all others on. Their temporary password is told to whoever runs
 * the command instead of being mailed: mails may not work yet.
 */
@ApplicationScoped
public class FirstAdmin {

  private final Accounts accounts;
  private final SecretDesk secrets;
  private final Announcer announcer;
  private final Ids ids;
  private final Clock clock;

  FirstAdmin(Accounts accounts, SecretDesk secrets, Announcer announcer, Ids ids, Clock clock) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.announcer = announcer;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes the account, unless there is an administrator who can sign in with a password: an issuer
   * that names administrators may be switched off.
   *
   * @return a password that works once and for one thing, choosing a password; empty when there is
   *     an administrator, or another account has the address
   */
  @Transactional
  public Optional<String> make(EmailAddress email) {
    if (!accounts.hasNoAdminForMe() || !accounts.isFreeOfAllForMe(email)) {
      return Optional.empty();
    }
    Account account =
        Account.ofStaff(ids.next(), email, Role.ADMIN, Locale.ENGLISH, clock.instant());
    accounts.persistAndFlush(account);
    announcer.tell(AccountActivated.of(account, null));
    UUID request = secrets.request(SecretKind.TEMPORARY_PASSWORD, account.id());
    return secrets
        .mint(SecretKind.TEMPORARY_PASSWORD, request.toString())
        .map(SecretSource.Minted::secret);
  }
}
