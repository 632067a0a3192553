package org.fapiaosuite.ordersync.platform.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.Movement;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.fact.Reason;
import org.fapiaosuite.ordersync.fact.UnacceptableException;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;
import org.jspecify.annotations.Nullable;

/** The twelve columns of a statement line. */
record StatementFields(List<String> columns) {
  private static final List<String> HEADER =
      List.of(
          "type",
          "orderNumber",
          "transactionId",
          "refundId",
          "customerId",
          "payerName",
          "payerEmail",
          "product",
          "quantity",
          "amount",
          "currency",
          "occurredAt");

  private static final int READABLE = 64;

  static StatementFields of(List<String> columns) throws StatementRefusedException {
    if (columns.size() != HEADER.size()) {
      throw new StatementRefusedException(Cause.NOT_CSV);
    }
    return new StatementFields(columns);
  }

  static void checkHeader(List<String> columns) throws StatementRefusedException {
    if (!columns.equals(HEADER)) {
      throw new StatementRefusedException(Cause.NOT_CSV);
    }
  }

  /** Empty for a type of line that we know nothing of. */
  Optional<FactKind> kind() {
    return switch (columns.get(0).toUpperCase(Locale.ROOT)) {
      case "PAYMENT", "PAID", "ORDER.PAID" -> Optional.of(FactKind.PAYMENT);
      case "REFUND", "REFUNDED", "ORDER.REFUNDED" -> Optional.of(FactKind.REFUND);
      default -> Optional.empty();
    };
  }

  String amount() {
    return columns.get(9);
  }

  /** The line as a movement, or with the reason why it is none. */
  StatementLine read(long number, MovementRules rules) {
    String orderNumber = columns.get(1);
    String readable =
        orderNumber.length() > READABLE ? orderNumber.substring(0, READABLE) : orderNumber;
    try {
      return new StatementLine(number, movement(rules), readable, null);
    } catch (UnacceptableException e) {
      return new StatementLine(number, null, storable(readable), e.field() + ' ' + e.reason());
    }
  }

  private static String storable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }

  private Movement movement(MovementRules rules) {
    FactKind kind = kind().orElseThrow(() -> new UnacceptableException("type", Reason.KIND));
    String transactionId = rules.number("transactionId", columns.get(2));
    return new Movement(
        kind,
        rules.orderNumber("orderNumber", columns.get(1)),
        kind == FactKind.PAYMENT ? transactionId : rules.number("refundId", columns.get(3)),
        transactionId,
        rules.amount("amount", amount()),
        rules.currency("currency", columns.get(10)),
        rules.moment("occurredAt", columns.get(11)),
        kind == FactKind.PAYMENT ? details(rules) : null,
        null);
  }

  private @Nullable OrderDetails details(MovementRules rules) {
    String quantity = columns.get(8);
    return OrderDetails.of(
        rules.text("customerId", columns.get(4), 100),
        rules.payerName(columns.get(5)),
        rules.email(columns.get(6)),
        rules.description(columns.get(7)),
        quantity.matches("[0-9]{1,10}") ? rules.quantity(Long.parseLong(quantity)) : null);
  }
}
