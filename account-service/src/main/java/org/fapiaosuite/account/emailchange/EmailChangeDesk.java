package org.fapiaosuite.account.emailchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.emailchange.events.EmailChangeRequested;
import org.fapiaosuite.account.emailchange.events.EmailChanged;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretDesk.Redeemed;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Changes addresses in two steps: wished by the owner, confirmed from the new mailbox. */
@ApplicationScoped
public class EmailChangeDesk {

  private static final Duration DAY = Duration.ofDays(1);

  private final EntityManager database;
  private final Accounts accounts;
  private final CustomerLinks links;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final Announcer announcer;
  private final LimitConfig limits;
  private final Clock clock;

  EmailChangeDesk(
      EntityManager database,
      Accounts accounts,
      CustomerLinks links,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      LimitConfig limits,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.links = links;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Has the new address asked for its confirmation. When it belongs to somebody already, nobody is
   * asked and nothing is told, so that this is no way to find out who has an account.
   */
  @Transactional
  public void wish(UUID accountId, EmailAddress wished) {
    Account account = accounts.locked(accountId).orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    String whose = accountId.toString();
    if (!tallies.count("email-change", whose, DAY, limits.emailChangesPerAccountAndDay())
        || accounts.byEmail(wished).isPresent()) {
      return;
    }
    EmailChange change = database.find(EmailChange.class, accountId);
    if (change == null) {
      database.persist(new EmailChange(accountId, wished, clock.instant()));
    } else {
      change.wish(wished, clock.instant());
    }
    announcer.tell(
        new EmailChangeRequested(
            secrets.request(SecretKind.EMAIL_CHANGE, accountId), account.id(), wished.text()));
  }

  /**
   * Changes the address. The same link followed again changes nothing and is answered the same.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the link is not valid
   */
  @Transactional
  public void confirm(String token) {
    Redeemed redeemed =
        secrets.redeem(SecretKind.EMAIL_CHANGE, token).orElseThrow(Problem.LINK_NOT_VALID::with);
    if (redeemed.usedBefore()) {
      return;
    }
    EmailChange change = database.find(EmailChange.class, redeemed.subject());
    Account account =
        accounts
            .locked(redeemed.subject())
            .filter(Account::isActive)
            .orElseThrow(Problem.LINK_NOT_VALID::with);
    if (change == null || !accounts.isFreeForMe(change.newEmail())) {
      throw Problem.LINK_NOT_VALID.with();
    }
    EmailAddress old = account.email();
    account.changeEmail(change.newEmail());
    database.remove(change);
    secrets.withdraw(SecretKind.TEMPORARY_PASSWORD, account.id());
    announcer.tell(new EmailChanged(account.id(), old.text(), account.email().text()));
    links.linkWhatItsMailboxPaid(account);
  }
}
