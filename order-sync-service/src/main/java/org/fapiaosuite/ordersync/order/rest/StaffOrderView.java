package org.fapiaosuite.ordersync.order.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.ordersync.decision.Mend;
import org.fapiaosuite.ordersync.decision.Proposal;
import org.fapiaosuite.ordersync.fact.DetailFlaw;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.font.OrderWarning;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.ordersync.order.OrderStatus;
import org.fapiaosuite.ordersync.window.BlockReason;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see how far it is in step with the platform.
 *
 * @param orderNumber as in the confirmation mail. Example: {@code E0700K3M9Q}.
 * @param platform where it was paid. Example: {@code default}.
 * @param source who told of the payment first
 * @param customerId the payer's account at the platform. Example: {@code contoso-cn}.
 * @param transactionId of the payment, as the platform names it. Example: {@code 4200001}.
 * @param amount what was paid, tax included
 * @param refundedAmount what went back of it so far
 * @param remainingAmount what is left: paid − refunded
 * @param paidAt when it was paid; absent while only a refund is known
 * @param status where the order stands
 * @param blockReason why it may not be invoiced, as the customer reads it
 * @param holdReason why it is held, more precisely; only of held orders
 * @param matchedOn day of the statement that confirms it
 * @param invoiceableFrom from when it may be invoiced; absent while nobody can tell
 * @param firstSeenAt when this service first heard of it
 * @param unreconciled invoiceable by policy, although there was no statement
 * @param payer who paid, as the platform told it or staff put it right; absent while nobody told
 * @param product what was bought. Example: {@code Office 365 E3, 12 months}.
 * @param quantity how many of it. Example: {@code 10}.
 * @param flaws what has to be put right before the order can be told of; mostly nothing
 * @param proposal what somebody would do with it and another one has to decide on
 * @param warnings what there is to know about it; mostly nothing
 */
record StaffOrderView(
    String orderNumber,
    String platform,
    FactSource source,
    @Nullable String customerId,
    @Nullable String transactionId,
    Amount amount,
    Amount refundedAmount,
    Amount remainingAmount,
    @Nullable Instant paidAt,
    OrderStatus status,
    @Nullable BlockReason blockReason,
    @Nullable HoldReason holdReason,
    @Nullable LocalDate matchedOn,
    boolean unreconciled,
    @Nullable Instant invoiceableFrom,
    Instant firstSeenAt,
    @Nullable PayerView payer,
    @Nullable String product,
    @Nullable Integer quantity,
    List<DetailFlaw> flaws,
    @Nullable ProposalView proposal,
    List<OrderWarning> warnings) {

  /**
   * Who paid.
   *
   * @param name as told. Example: {@code 上海示例科技有限公司}.
   * @param email as told; not always an address. Example: {@code finance@contoso.example}.
   */
  @Schema(name = "OrderPayer")
  record PayerView(@Nullable String name, @Nullable String email) {

    static @Nullable PayerView of(@Nullable String name, @Nullable String email) {
      return name == null && email == null ? null : new PayerView(name, email);
    }
  }

  /**
   * What somebody would do with an order that is held.
   *
   * @param kind put right what describes it, or release it
   * @param heldFor why it was held when that was proposed
   * @param product what takes the place of the product told. Example: {@code Office 365 E3}.
   * @param quantity what takes the place of the quantity told. Example: {@code 10}.
   * @param payer what takes the place of the payer told
   * @param reason why it is to be released. Example: {@code Confirmed by the platform by phone}.
   * @param proposedBy account of who proposes it. Example: {@code
   *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param proposedAt when they did
   */
  @Schema(name = "OrderProposal")
  record ProposalView(
      Proposal.Kind kind,
      HoldReason heldFor,
      @Nullable String product,
      @Nullable Integer quantity,
      @Nullable PayerView payer,
      @Nullable String reason,
      String proposedBy,
      Instant proposedAt) {

    static @Nullable ProposalView of(@Nullable Proposal proposal) {
      if (proposal == null) {
        return null;
      }
      Mend mend = proposal.mend();
      return new ProposalView(
          proposal.kind(),
          proposal.heldFor(),
          mend == null ? null : mend.product(),
          mend == null ? null : mend.quantity(),
          mend == null ? null : PayerView.of(mend.payerName(), mend.payerEmail()),
          proposal.reason(),
          proposal.by(),
          proposal.at());
    }
  }

  static StaffOrderView of(Order order, @Nullable Proposal proposal, List<OrderWarning> warnings) {
    return new StaffOrderView(
        order.orderNumber(),
        order.platform(),
        order.source(),
        order.customerId(),
        order.transactionId(),
        order.amount(),
        order.refundedAmount(),
        order.remaining(),
        order.paidAt(),
        order.status(),
        OrderView.blockReason(order),
        order.holdReason(),
        order.matchedOn(),
        order.isUnreconciled(),
        order.invoiceableFrom(),
        order.firstSeenAt(),
        PayerView.of(order.payerName(), order.payerEmail()),
        order.product(),
        order.quantity(),
        order.flaws(),
        ProposalView.of(proposal),
        warnings);
  }
}
