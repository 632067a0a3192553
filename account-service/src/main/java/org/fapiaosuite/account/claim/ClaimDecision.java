package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.claim.events.ClaimApprovalRequested;
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

  ClaimDecision(
      PaidOrders orders,
      CustomerLinks links,
      ClaimCodes codes,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      ClaimConfig config,
      LimitConfig limits) {
    this.orders = orders;
    this.links = links;
    this.codes = codes;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.config = config;
    this.limits = limits;
  }

  /** Decides as far as what is known now allows; both are locked by the caller. */
  @Transactional(Transactional.TxType.MANDATORY)
  void on(Claim claim, Account account) {
    if (claim.status() == ClaimStatus.GRANTED) {
      return;
    }
    Optional<PaidOrder> known = orders.known(claim.orderNumber());
    if (known.isEmpty()) {
      claim.waitForOrder();
      return;
    }
    PaidOrder order = known.get();
    Optional<Proof> proof = proof(claim, account.email(), order);
    if (proof.isPresent()) {
      claim.grant();
      links.link(account.id(), order, proof.get());
    } else {
      claim.waitForPayer();
      order.payer().ifPresent(payer -> ask(payer, claim, account));
    }
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
