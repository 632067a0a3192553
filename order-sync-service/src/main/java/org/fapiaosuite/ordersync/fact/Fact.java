package org.fapiaosuite.ordersync.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing said about the money of an order. Facts are never changed; what they add up to does not
 * depend on the order in which they came in.
 *
 * @param reference what was said it of: transaction id of a payment, refund id of a refund
 * @param sourceId webhook id of a push, id of the reconciliation that read the statement
 * @param amount hundredths of the currency's unit, positive for refunds too
 * @param details absent where the source does not tell them, and in refunds
 * @param reason why money went back; refunds only
 * @param statementDay the day of the statement it stands in; facts of a statement only
 */
public record Fact(
    String platform,
    String orderNumber,
    FactKind kind,
    String reference,
    FactSource source,
    String sourceId,
    String transactionId,
    long amount,
    String currency,
    Instant occurredAt,
    @Nullable OrderDetails details,
    @Nullable String reason,
    @Nullable LocalDate statementDay,
    Instant recordedAt) {

  /** The order it is said of: {@code <platform>:<orderNumber>}. */
  public String orderId() {
    return orderId(platform, orderNumber);
  }

  public static String orderId(String platform, String orderNumber) {
    return platform + ':' + orderNumber;
  }

  /** Whether a statement said it, as opposed to the platform telling us directly. */
  public boolean isBooked() {
    return source == FactSource.STATEMENT;
  }

  /** Day in China on which it happened. */
  public LocalDate day() {
    return ChinaTime.day(occurredAt);
  }
}
