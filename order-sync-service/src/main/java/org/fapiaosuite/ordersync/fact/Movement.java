package org.fapiaosuite.ordersync.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved, as one source tells it: what becomes a {@link Fact} once it is known who said
 * it and when. Fields as there.
 */
public record Movement(
    FactKind kind,
    String orderNumber,
    String reference,
    String transactionId,
    long amount,
    String currency,
    Instant occurredAt,
    @Nullable OrderDetails details,
    @Nullable String reason) {

  /** As told by a push. */
  public Fact pushed(String platform, String webhookId, Instant recordedAt) {
    return fact(platform, FactSource.PUSH, webhookId, null, recordedAt);
  }

  /** As read in the statement of a day. */
  public Fact booked(String platform, String reconciliationId, LocalDate day, Instant recordedAt) {
    return fact(platform, FactSource.STATEMENT, reconciliationId, day, recordedAt);
  }

  private Fact fact(
      String platform,
      FactSource source,
      String sourceId,
      @Nullable LocalDate statementDay,
      Instant recordedAt) {
    return new Fact(
        platform,
        orderNumber,
        kind,
        reference,
        source,
        sourceId,
        transactionId,
        amount,
        currency,
        occurredAt,
        details,
        reason,
        statementDay,
        recordedAt);
  }
}
