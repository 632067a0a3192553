package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.account.claim.events.ClaimGranted;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * The way forward for a claim whose payer cannot be reached: one of staff says what proves it, a
 * lead who is somebody else grants it.
 */
@ApplicationScoped
public class ClaimReview {

  private final Claims claims;
  private final Accounts accounts;
  private final PaidOrders orders;
  private final ClaimDecision decision;
  private final Clock clock;

  ClaimReview(
      Claims claims, Accounts accounts, PaidOrders orders, ClaimDecision decision, Clock clock) {
    this.claims = claims;
    this.accounts = accounts;
    this.orders = orders;
    this.decision = decision;
    this.clock = clock;
  }

  /**
   * A claim with what one has to know to decide on it.
   *
   * @param order null while no payment is known
   */
  public record Reviewed(Claim claim, Account claimant, @Nullable PaidOrder order) {}

  /** Claims of a status, the oldest first, and one more than the limit if there is one. */
  @Transactional
  public List<Reviewed> page(ClaimStatus status, Cursor after, int limit) {
    List<Claim> found = claims.page(status, after, limit);
    Map<UUID, Account> claimants =
        accounts.list("id in ?1", found.stream().map(Claim::accountId).distinct().toList()).stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    Map<String, PaidOrder> paid =
        orders
            .list("orderNumber in ?1", found.stream().map(Claim::orderNumber).distinct().toList())
            .stream()
            .collect(Collectors.toMap(PaidOrder::orderNumber, Function.identity()));
    return found.stream()
        .flatMap(
            claim ->
                Stream.ofNullable(claimants.get(claim.accountId()))
                    .map(account -> new Reviewed(claim, account, paid.get(claim.orderNumber()))))
        .toList();
  }

  /**
   * Says what a claim may be granted on or, when somebody else has said it before, grants it.
   *
   * @param approve false drops what was said before
   * @param evidence what was shown, or why not
   * @throws org.fapiaosuite.rest.problem.ProblemException 404; 409 {@code claim-not-waiting},
   *     {@code nothing-prepared}; 403 {@code four-eyes} for whoever prepared it, and for who is no
   *     lead
   */
  @Transactional
  public Reviewed decide(UUID claimId, boolean approve, String evidence, Account staff) {
    Account claimant =
        claims
            .accountOf(claimId)
            .flatMap(accounts::locked)
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    Claim claim = claims.locked(claimId).orElseThrow(StandardProblem.NOT_FOUND::with);
    if (!isRepeated(claim, approve, staff)) {
      decide(claim, approve, new StaffWord(staff.id(), clock.instant(), evidence), staff.role());
      claims.flush();
    }
    return new Reviewed(claim, claimant, orders.findByIdOptional(claim.orderNumber()).orElse(null));
  }

  /** Whoever granted it and asks once more is told the same. */
  private static boolean isRepeated(Claim claim, boolean approve, Account staff) {
    StaffWord approved = claim.approved();
    return approve && approved != null && approved.by().equals(staff.id());
  }

  private void decide(Claim claim, boolean approve, StaffWord word, Role role) {
    if (claim.status() != ClaimStatus.WAITING_FOR_PAYER) {
      throw Problem.CLAIM_NOT_WAITING.with().state(claim.status());
    }
    StaffWord prepared = claim.prepared();
    if (!approve && prepared == null) {
      throw Problem.NOTHING_PREPARED.with();
    } else if (!approve) {
      claim.dropPrepared();
    } else if (prepared == null) {
      claim.prepare(word);
    } else if (prepared.by().equals(word.by())) {
      throw Problem.FOUR_EYES.with();
    } else if (role != Role.LEAD) {
      throw StandardProblem.FORBIDDEN.with();
    } else {
      claim.approve(word);
      decision.grant(claim, ClaimGranted.By.STAFF, Proof.STAFF_APPROVAL);
    }
  }
}
