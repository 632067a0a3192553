package org.fapiaosuite.account.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.exchange.JoinDesk;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.owner.events.AccountErased;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.registration.RegistrationDesk;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Ends an account for good (PIPL, article 47); what tax law keeps, others keep. */
@ApplicationScoped
class Erasure {

  private final Accounts accounts;
  private final PaidOrders orders;
  private final RegistrationDesk registrations;
  private final CustomerLinks links;
  private final JoinDesk joins;
  private final SecretDesk secrets;
  private final Announcer announcer;
  private final Revoking revoking;

  Erasure(
      Accounts accounts,
      PaidOrders orders,
      RegistrationDesk registrations,
      CustomerLinks links,
      JoinDesk joins,
      SecretDesk secrets,
      Announcer announcer,
      Revoking revoking) {
    this.accounts = accounts;
    this.orders = orders;
    this.registrations = registrations;
    this.links = links;
    this.joins = joins;
    this.secrets = secrets;
    this.announcer = announcer;
    this.revoking = revoking;
  }

  @Transactional
  void of(UUID accountId) {
    accounts.joinedTo(accountId).forEach(this::erase); // it took their place
    erase(accounts.locked(accountId).orElseThrow(StandardProblem.UNAUTHENTICATED::with));
  }

  private void erase(Account account) {
    UUID accountId = account.id();
    account.raiseEpoch();
    revoking.tokensOf(account);
    List<String> customers =
        Stream.concat(links.customersOf(accountId).stream(), joins.vouchedFor(accountId).stream())
            .distinct()
            .toList();
    links.unlinkAll(accountId);
    secrets.withdraw(SecretKind.TEMPORARY_PASSWORD, accountId);
    secrets.withdraw(SecretKind.EMAIL_CHANGE, accountId);
    if (!account.isFromIssuer() || accounts.byEmail(account.email()).isEmpty()) {
      registrations.forget(account.email());
      orders.forgetPayer(account.email());
    }
    accounts.delete(account); // claims, sessions and a wished address go with it
    announcer.tell(new AccountErased(accountId, customers, digest(account.email())));
  }

  private static String digest(EmailAddress email) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(email.key().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
