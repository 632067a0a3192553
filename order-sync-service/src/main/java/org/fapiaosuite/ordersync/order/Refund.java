package org.fapiaosuite.ordersync.order;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.fapiaosuite.ordersync.fact.Fact;
import org.jspecify.annotations.Nullable;

/** A refund that counts. */
@Embeddable
public class Refund {
  private String refundId;
  private long amount;
  private Instant refundedAt;
  private @Nullable String reason;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  Refund() {}

  private Refund(String refundId, long amount, Instant refundedAt, @Nullable String reason) {
    this.refundId = refundId;
    this.amount = amount;
    this.refundedAt = refundedAt;
    this.reason = reason;
  }

  static Refund of(Fact fact) {
    return new Refund(fact.reference(), fact.amount(), fact.occurredAt(), fact.reason());
  }

  public String refundId() {
    return refundId;
  }

  /** Hundredths of the order's currency. */
  public long amount() {
    return amount;
  }

  public Instant refundedAt() {
    return refundedAt;
  }

  public @Nullable String reason() {
    return reason;
  }
}
