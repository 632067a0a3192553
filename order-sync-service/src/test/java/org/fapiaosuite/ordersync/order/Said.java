package org.fapiaosuite.ordersync.order;

import java.time.Instant;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.jspecify.annotations.Nullable;

/** Facts about one order, for tests. */
final class Said {
  static final Instant PAID_AT = Instant.parse("2026-11-17T01:30:00Z");
  static final Instant HEARD_AT = Instant.parse("2026-11-17T01:30:02Z");
  static final OrderDetails DETAILS =
      new OrderDetails("contoso-cn", "上海示例科技有限公司", "finance@contoso.example", "E3", 10);

  private Said() {}

  static Fact payment(String transaction, long amount) {
    return fact(FactKind.PAYMENT, FactSource.PUSH, transaction, amount, "CNY", PAID_AT, DETAILS);
  }

  static Fact paymentIn(String currency) {
    return fact(FactKind.PAYMENT, FactSource.PUSH, "T1", 127_000, currency, PAID_AT, DETAILS);
  }

  static Fact paymentWithoutDetails() {
    return fact(FactKind.PAYMENT, FactSource.PUSH, "T1", 127_000, "CNY", PAID_AT, null);
  }

  static Fact booked(String transaction, long amount) {
    return fact(
        FactKind.PAYMENT, FactSource.STATEMENT, transaction, amount, "CNY", PAID_AT, DETAILS);
  }

  static Fact bookedFor(String customer) {
    OrderDetails other = new OrderDetails(customer, "n", "e@x.example", "p", 1);
    return fact(FactKind.PAYMENT, FactSource.STATEMENT, "T1", 127_000, "CNY", PAID_AT, other);
  }

  static Fact refund(String id, long amount) {
    return fact(FactKind.REFUND, FactSource.PUSH, id, amount, "CNY", PAID_AT, null);
  }

  static Fact bookedRefund(String id, long amount) {
    return fact(FactKind.REFUND, FactSource.STATEMENT, id, amount, "CNY", PAID_AT, null);
  }

  static Fact refundIn(String currency) {
    return fact(FactKind.REFUND, FactSource.PUSH, "R1", 100, currency, PAID_AT, null);
  }

  private static Fact fact(
      FactKind kind,
      FactSource source,
      String reference,
      long amount,
      String currency,
      Instant at,
      @Nullable OrderDetails details) {
    return new Fact(
        "simulator",
        "E1",
        kind,
        reference,
        source,
        "source",
        "T1",
        amount,
        currency,
        at,
        details,
        null,
        source == FactSource.STATEMENT ? ChinaTime.day(at) : null,
        HEARD_AT);
  }
}
