package org.fapiaosuite.ordersync.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.ordersync.decision.Decisions;
import org.fapiaosuite.ordersync.decision.Mend;
import org.fapiaosuite.ordersync.decision.Proposal;
import org.fapiaosuite.ordersync.problem.Problem;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What staff do with orders that are held: one proposes, another one decides. */
@ApplicationScoped
public class OrderDesk {

  /**
   * What people can know better than push and statement do. The others name money that cannot be,
   * or another platform's order.
   */
  private static final Set<HoldReason> RELEASABLE =
      EnumSet.of(
          HoldReason.NOT_RECONCILED,
          HoldReason.STATEMENT_DIFFERS,
          HoldReason.AMOUNT_MISMATCH,
          HoldReason.PAID_TWICE);

  private final Orders orders;
  private final Decisions decisions;
  private final ReviewQueue queue;
  private final Clock clock;

  OrderDesk(Orders orders, Decisions decisions, ReviewQueue queue, Clock clock) {
    this.orders = orders;
    this.decisions = decisions;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Proposes what to put right; in place of what was proposed before.
   *
   * @param ifMatch the ETag of what was read
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 412, 428; 409 {@code
   *     order-not-mendable} when the order is not held for what describes it
   */
  @Transactional
  public Order mend(String orderNumber, @Nullable String ifMatch, Mend mend, String by) {
    Order order = locked(orderNumber);
    Versions.demand(ifMatch, order.version());
    if (order.holdReason() != HoldReason.DETAILS_MISSING) {
      throw Problem.ORDER_NOT_MENDABLE.with();
    }
    return propose(order, Proposal.Kind.MEND, HoldReason.DETAILS_MISSING, mend, null, by);
  }

  /**
   * Proposes to release an order; in place of what was proposed before.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404; 412; 409 {@code
   *     order-not-releasable} when it is not held, or for what nobody can release it from
   */
  @Transactional
  public Order release(String orderNumber, @Nullable String ifMatch, String reason, String by) {
    Order order = locked(orderNumber);
    Versions.check(ifMatch, order.version());
    HoldReason held = order.holdReason();
    if (held == null || !RELEASABLE.contains(held)) {
      throw Problem.ORDER_NOT_RELEASABLE.with();
    }
    return propose(order, Proposal.Kind.RELEASE, held, null, reason, by);
  }

  private Order propose(
      Order order,
      Proposal.Kind kind,
      HoldReason held,
      @Nullable Mend mend,
      @Nullable String reason,
      String by) {
    decisions.propose(order.id(), new Proposal(kind, held, mend, reason, by, clock.instant()));
    return order;
  }

  /**
   * Decides on what is proposed; once approved, the order is reviewed within seconds.
   *
   * @param approve false drops the proposal
   * @throws org.fapiaosuite.rest.problem.ProblemException 404; 409 {@code nothing-proposed}, and
   *     {@code held-otherwise} when it was proposed for another reason than the order is held for
   *     now; 403 {@code four-eyes} for whoever proposed it
   */
  @Transactional
  public Order decide(String orderNumber, boolean approve, String by) {
    Order order = locked(orderNumber);
    Proposal proposal = decisions.proposed(order.id()).orElseThrow(Problem.NOTHING_PROPOSED::with);
    if (approve && proposal.by().equals(by)) {
      throw Problem.FOUR_EYES.with();
    }
    if (approve && order.holdReason() != proposal.heldFor()) {
      throw Problem.HELD_OTHERWISE.with();
    }
    if (approve) {
      decisions.approve(order.id(), by, clock.instant());
      queue.add(order.platform(), List.of(order.orderNumber()), clock.instant());
    } else {
      decisions.drop(order.id());
    }
    return order;
  }

  private Order locked(String orderNumber) {
    Order order = orders.ofNumber(orderNumber).orElseThrow(StandardProblem.NOT_FOUND::with);
    return orders.lock(List.of(order.id())).get(0);
  }
}
