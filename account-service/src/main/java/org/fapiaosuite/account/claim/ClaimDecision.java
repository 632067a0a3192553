package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.claim.events.ClaimApprovalRequested;
import org.fapiaosuite.account.claim.events.ClaimGranted;
import org.fapiaosuite.account.claim.events.ClaimWaiting;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.kernel.EmailAddress;

/** Decides a claim by what proves it, and asks the payer where nothing does. */
@ApplicationScoped
class ClaimDecision {

  private static final Duration DAY = Duration.ofDays(1);

  private final PaidOrders orders;
  private final CustomerLinks links;
  private final ClaimCodes codes;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final Announcer announcer;
  private final ClaimConfig config;
  private final LimitConfig limits;
  private final Clock clock;

  ClaimDecision(
      PaidOrders orders,
      CustomerLinks links,
      ClaimCodes codes,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      ClaimConfig config,
      LimitConfig limits,
      Clock clock) {
    this.orders = orders;
    this.links = links;
    this.codes = codes;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.config = config;
    this.limits = limits;
    this.clock = clock;
  }

  /** Decides as far as what is known now allows; both are locked by the caller. */
  @Transactional(Transactional.TxType.MANDATORY)
  void on(Claim claim, Account account) {
    if (claim.status() == ClaimStatus.GRANTED) {
      return;
    }
    Optional<PaidOrder> known = orders.known(claim.orderNumber());
    if (known.isEmpty()) {
      claim.waitForOrder(clock.instant(), config.tellAfter());
      return;
    }
    PaidOrder order = known.get();
    Optional<Proof> proof = proof(claim, account.email(), order);
    if (proof.isPresent()) {
      claim.grant();
      links.link(account.id(), order, proof.get());
    } else {
      claim.waitForPayer(clock.instant(), config.tellAfter());
      order.payer().ifPresent(payer -> ask(payer, claim, account));
    }
  }

  /** Grants it on somebody else's word, so that its claimant has to hear of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void grant(Claim claim, ClaimGranted.By by, Proof proof) {
    PaidOrder order = orders.findById(claim.orderNumber());
    claim.grant();
    links.link(claim.accountId(), order, proof);
    announcer.tell(new ClaimGranted(claim.accountId(), claim.orderNumber(), by));
  }

  /** Tells the claimant how it stands, once it has waited long enough. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tellHowItStands(Claim claim) {
    Instant now = clock.instant();
    Instant since = claim.waitingSince();
    if (since != null && claim.isToBeTold(now, config.tellAfter())) {
      claim.tell(now);
      announcer.tell(
          new ClaimWaiting(claim.accountId(), claim.orderNumber(), waitsFor(claim), since));
    }
  }

  private ClaimWaiting.WaitsFor waitsFor(Claim claim) {
    if (claim.status() == ClaimStatus.WAITING_FOR_ORDER) {
      return ClaimWaiting.WaitsFor.ORDER;
    }
    boolean asked = orders.findById(claim.orderNumber()).payer().isPresent();
    return asked ? ClaimWaiting.WaitsFor.PAYER : ClaimWaiting.WaitsFor.STAFF;
  }

  private Optional<Proof> proof(Claim claim, EmailAddress claimant, PaidOrder order) {
    if (order.wasPaidBy(claimant)) {
      return Optional.of(Proof.PAYER_EMAIL);
    }
    if (codes.isRight(order, claim.claimCodeHash())) {
      return Optional.of(Proof.CLAIM_CODE);
    }
    return config.policy() == ClaimPolicy.ORDER_NUMBER
        ? Optional.of(Proof.ORDER_NUMBER)
        : Optional.empty();
  }

  private void ask(EmailAddress payer, Claim claim, Account account) {
    if (!tallies.count(
        "claim-approval", claim.orderNumber(), DAY, limits.approvalMailsPerOrderAndDay())) {
      return;
    }
    UUID requestId = secrets.request(SecretKind.CLAIM_APPROVAL, claim.id());
    announcer.tell(
        new ClaimApprovalRequested(
            requestId, account.id(), account.email().text(), claim.orderNumber(), payer.text()));
  }
}
