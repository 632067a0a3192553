package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.claim.events.ClaimGranted;
import org.fapiaosuite.account.order.OrderArrived;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.work.JobRunner;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/** Takes claims and has them decided. Locks the account before the claim, always in this order. */
@ApplicationScoped
public class ClaimDesk {

  private final Claims claims;
  private final Accounts accounts;
  private final CustomerLinks links;
  private final ClaimDecision decision;
  private final SecretDesk secrets;
  private final JobRunner jobs;
  private final Ids ids;
  private final Clock clock;

  ClaimDesk(
      Claims claims,
      Accounts accounts,
      CustomerLinks links,
      ClaimDecision decision,
      SecretDesk secrets,
      JobRunner jobs,
      Ids ids,
      Clock clock) {
    this.claims = claims;
    this.accounts = accounts;
    this.links = links;
    this.decision = decision;
    this.secrets = secrets;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
  }

  /** Hash of a typed claim code, as it may be kept until the claim is decided. */
  public @Nullable String hashOfCode(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : secrets.hashOf(SecretKind.CLAIM_CODE, typed);
  }

  /** Keeps a claim; it is decided a moment later, so that the answer cannot tell anything. */
  @Transactional
  public void claim(UUID accountId, String orderNumber, @Nullable String codeHash) {
    accounts.locked(accountId);
    make(accountId, orderNumber, codeHash);
    jobs.nudgeAfterCommit();
  }

  /** Claims and decides at once, for the order that a new account is activated with. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void claimNow(Account account, String orderNumber, @Nullable String codeHash) {
    decision.on(make(account.id(), orderNumber, codeHash), account);
    links.linkWhatItsMailboxPaid(account);
  }

  private Claim make(UUID accountId, String orderNumber, @Nullable String codeHash) {
    Optional<Claim> earlier = claims.of(accountId, orderNumber);
    if (earlier.isPresent()) {
      earlier.get().repeat(codeHash, clock.instant());
      return earlier.get();
    }
    Claim claim = new Claim(ids.next(), accountId, orderNumber, codeHash, clock.instant());
    claims.persist(claim);
    return claim;
  }

  /**
   * Decides a claim that is due; one that still waits is told of. A payer who was asked is not
   * asked again by it.
   */
  @Transactional
  void decide(UUID claimId) {
    claims
        .accountOf(claimId)
        .flatMap(accounts::locked)
        .ifPresent(account -> claims.locked(claimId).ifPresent(claim -> decide(claim, account)));
  }

  private void decide(Claim claim, Account account) {
    if (claim.status() != ClaimStatus.WAITING_FOR_PAYER) {
      decision.on(claim, account);
    }
    decision.tellHowItStands(claim);
  }

  /**
   * The payer agrees; asked again with the same link, they still do.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the link is not valid
   */
  @Transactional
  public void approve(String token) {
    UUID claimId =
        secrets
            .redeem(SecretKind.CLAIM_APPROVAL, token)
            .orElseThrow(Problem.LINK_NOT_VALID::with)
            .subject();
    claims.accountOf(claimId).ifPresent(accounts::locked);
    Claim claim = claims.locked(claimId).orElseThrow(Problem.LINK_NOT_VALID::with);
    if (claim.status() != ClaimStatus.GRANTED) {
      decision.grant(claim, ClaimGranted.By.PAYER, Proof.PAYER_APPROVAL);
    }
  }

  /** The payer may already have an account, and claims may wait for the order. */
  void onOrder(@Observes OrderArrived arrival) {
    PaidOrder order = arrival.order();
    order
        .payer()
        .flatMap(accounts::byEmail)
        .filter(account -> !account.role().isStaff())
        .ifPresent(account -> links.link(account.id(), order, Proof.PAYER_EMAIL));
    List<Claim> waiting = claims.waitingFor(order.orderNumber());
    waiting.forEach(claim -> claim.wake(clock.instant()));
    if (!waiting.isEmpty()) {
      jobs.nudgeAfterCommit();
    }
  }
}
