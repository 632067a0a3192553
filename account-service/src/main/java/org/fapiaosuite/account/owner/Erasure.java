package org.fapiaosuite.account.owner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.owner.events.AccountErased;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.registration.RegistrationDesk;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Ends an account for good (PIPL, article 47); what tax law keeps, others keep. */
@ApplicationScoped
class Erasure {

  private final Accounts accounts;
  private final RegistrationDesk registrations;
  private final CustomerLinks links;
  private final SecretDesk secrets;
  private final Announcer announcer;
  private final Revoking revoking;

  Erasure(
      Accounts accounts,
      RegistrationDesk registrations,
      CustomerLinks links,
      SecretDesk secrets,
      Announcer announcer,
      Revoking revoking) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.links = links;
    this.secrets = secrets;
    this.announcer = announcer;
    this.revoking = revoking;
  }

  @Transactional
  void of(UUID accountId) {
    Account account = accounts.locked(accountId).orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    account.raiseEpoch();
    revoking.tokensOf(account);
    links.unlinkAll(accountId);
    secrets.withdraw(SecretKind.TEMPORARY_PASSWORD, accountId);
    secrets.withdraw(SecretKind.EMAIL_CHANGE, accountId);
    registrations.forget(account.email());
    accounts.delete(account); // claims, sessions and a wished address go with it
    announcer.tell(new AccountErased(accountId));
  }
}
