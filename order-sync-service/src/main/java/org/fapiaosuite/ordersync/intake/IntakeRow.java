package org.fapiaosuite.ordersync.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.jspecify.annotations.Nullable;

/**
 * One push as {@link IntakeStatement} takes it: written as one flat JSON object, its names in snake
 * case are the statement's columns.
 *
 * @param fact absent for a type of push that we know nothing of
 * @param opening what a new order starts with; absent when opening it is not for the intake
 */
record IntakeRow(
    @JsonUnwrapped PushColumns push,
    @JsonUnwrapped @Nullable FactColumns fact,
    @JsonUnwrapped @Nullable OrderDetails details,
    @JsonUnwrapped @Nullable Opening opening,
    boolean announce) {

  record PushColumns(
      String platform,
      String webhookId,
      String bodyHash,
      Instant receivedAt,
      String type,
      String body) {}

  record FactColumns(
      FactKind kind,
      String orderId,
      String orderNumber,
      String reference,
      String transactionId,
      long amount,
      String currency,
      Instant occurredAt,
      @Nullable String reason) {}

  record Opening(
      Instant invoiceableFrom,
      Instant nextCheckAt,
      @JsonUnwrapped(prefix = "event_") OutboxRow event) {}

  /** A push of a type that we know nothing of: kept, without effect. */
  static IntakeRow unknown(ReceivedPush push, String type) {
    return new IntakeRow(columns(push, type), null, null, null, false);
  }

  /** A push that tells of money. */
  static IntakeRow of(ReceivedPush push, String type, Fact fact, @Nullable Opening opening) {
    FactColumns columns =
        new FactColumns(
            fact.kind(),
            fact.orderId(),
            fact.orderNumber(),
            fact.reference(),
            fact.transactionId(),
            fact.amount(),
            fact.currency(),
            fact.occurredAt(),
            fact.reason());
    return new IntakeRow(columns(push, type), columns, fact.details(), opening, opening != null);
  }

  PushKey key() {
    return new PushKey(push.platform(), push.webhookId());
  }

  /** The order that it would open; null when it opens none. */
  @Nullable String opens() {
    return announce && fact != null ? fact.orderId() : null;
  }

  /** The same push, its order left to the review: another push of the batch opens it. */
  IntakeRow withoutOpening() {
    return new IntakeRow(push, fact, details, null, false);
  }

  private static PushColumns columns(ReceivedPush push, String type) {
    return new PushColumns(
        push.platform(), push.webhookId(), push.bodyHash(), push.receivedAt(), type, push.text());
  }
}
