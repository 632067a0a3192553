package org.fapiaosuite.account.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.password.events.PasswordChanged;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Puts a new password in the place of the old one; whoever was signed in with it no longer is. */
@ApplicationScoped
public class PasswordChange {

  private final Accounts accounts;
  private final SessionDesk sessions;
  private final SecretDesk secrets;
  private final Announcer announcer;
  private final Revoking revoking;
  private final Clock clock;

  PasswordChange(
      Accounts accounts,
      SessionDesk sessions,
      SecretDesk secrets,
      Announcer announcer,
      Revoking revoking,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.secrets = secrets;
    this.announcer = announcer;
    this.revoking = revoking;
    this.clock = clock;
  }

  /**
   * Sets the password.
   *
   * @param epoch of the account when its owner proved who they are: a change in between undoes the
   *     proof
   * @throws org.fapiaosuite.rest.problem.ProblemException 401 when that has happened
   */
  @Transactional
  public void to(String newHash, UUID accountId, long epoch) {
    Account account =
        accounts
            .locked(accountId)
            .filter(found -> found.isActive() && found.epoch() == epoch)
            .orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    account.changePassword(newHash, clock.instant());
    sessions.endAll(accountId);
    secrets.withdraw(SecretKind.TEMPORARY_PASSWORD, accountId);
    announcer.tell(new PasswordChanged(accountId));
    revoking.tokensOf(account);
  }
}
