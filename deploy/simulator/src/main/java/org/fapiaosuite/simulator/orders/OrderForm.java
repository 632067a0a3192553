package org.fapiaosuite.simulator.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.fapiaosuite.simulator.Json;
import org.fapiaosuite.simulator.orders.Entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a caller leaves out of a payment or refund; what they do write, sense or nonsense,
 * stays as they wrote it. An explicit {@code null} counts as left out.
 */
public final class OrderForm {

  /** No letters that look like digits: a person types these. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private record Offer(String product, long fenEach) {}

  private static final List<Offer> OFFERS =
      List.of(
          new Offer("Office 365 E3, 12 months", 12_700),
          new Offer("Office 365 E1, 12 months", 5_600),
          new Offer("Office 365 Business Premium, 12 months", 9_450),
          new Offer("Exchange Online Plan 1, 12 months", 2_780));

  private static final List<String> PAYERS =
      List.of("上海示例科技有限公司", "北京样例贸易有限公司", "深圳市范例软件有限公司", "王小明", "李娜");

  private final RandomGenerator random;
  private final Clock clock;

  public OrderForm(RandomGenerator random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The payment that a caller's object asks for. */
  public Entry payment(ObjectNode asked) {
    Offer offer = OFFERS.get(random.nextInt(OFFERS.size()));
    ObjectNode data = Json.object();
    put(data, asked, "orderNumber", code("E", 9));
    put(data, asked, "transactionId", code("42", 14));
    put(data, asked, "customerId", "customer-" + code("", 9).toLowerCase(Locale.ROOT));
    data.set("payer", payer(asked.get("payer")));
    put(data, asked, "product", offer.product);
    int quantity = 1 + random.nextInt(20);
    if (present(asked.get("quantity"))) {
      data.set("quantity", asked.get("quantity"));
      quantity = asked.path("quantity").isInt() ? asked.path("quantity").intValue() : 1;
    } else {
      data.put("quantity", quantity);
    }
    long fen = quantity > 0 && quantity <= 100_000 ? offer.fenEach * quantity : offer.fenEach;
    data.set("amount", amount(asked.get("amount"), fen));
    put(data, asked, "paidAt", now());
    keepTheRest(data, asked);
    return Entry.of(Kind.PAYMENT, data);
  }

  /**
   * The refund that a caller's object asks for.
   *
   * @param of the payment it is of; null when the platform has no such order
   * @param remaining fen of the order that are not paid back yet
   */
  public Entry refund(ObjectNode asked, @Nullable Entry of, long remaining) {
    ObjectNode payment = of == null ? null : of.fields();
    ObjectNode data = Json.object();
    put(data, asked, "orderNumber", known(payment, "orderNumber", code("E", 9)));
    put(data, asked, "transactionId", known(payment, "transactionId", code("42", 14)));
    put(data, asked, "refundId", code("R-", 10));
    data.set("amount", amount(asked.get("amount"), remaining));
    put(data, asked, "refundedAt", now());
    put(data, asked, "reason", "Customer asked for it");
    keepTheRest(data, asked);
    return Entry.of(Kind.REFUND, data);
  }

  private JsonNode payer(@Nullable JsonNode asked) {
    if (asked != null && !asked.isNull() && !asked.isObject()) {
      return asked;
    }
    ObjectNode wanted = asked instanceof ObjectNode object ? object : Json.object();
    ObjectNode payer = Json.object();
    put(payer, wanted, "name", PAYERS.get(random.nextInt(PAYERS.size())));
    String mailbox = "payer-" + code("", 9).toLowerCase(Locale.ROOT);
    put(payer, wanted, "email", mailbox + "@customers.example");
    keepTheRest(payer, wanted);
    return payer;
  }

  private static JsonNode amount(@Nullable JsonNode asked, long fen) {
    if (asked != null && !asked.isNull() && !asked.isObject()) {
      return asked;
    }
    ObjectNode wanted = asked instanceof ObjectNode object ? object : Json.object();
    ObjectNode amount = Json.object();
    put(amount, wanted, "currency", "CNY");
    put(amount, wanted, "value", Fen.yuan(fen));
    keepTheRest(amount, wanted);
    return amount;
  }

  private static void put(ObjectNode target, ObjectNode asked, String field, String otherwise) {
    JsonNode value = asked.get(field);
    if (present(value)) {
      target.set(field, value);
    } else {
      target.put(field, otherwise);
    }
  }

  private static void keepTheRest(ObjectNode target, ObjectNode asked) {
    asked
        .properties()
        .forEach(
            field -> {
              if (!target.has(field.getKey())) {
                target.set(field.getKey(), field.getValue());
              }
            });
  }

  private static boolean present(@Nullable JsonNode node) {
    return node != null && !node.isNull();
  }

  private static String known(@Nullable JsonNode payment, String field, String otherwise) {
    String text = payment == null ? null : Json.text(payment, field);
    return text == null ? otherwise : text;
  }

  private String code(String prefix, int length) {
    StringBuilder code = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private String now() {
    OffsetDateTime now = clock.instant().atZone(Entry.SHANGHAI).toOffsetDateTime();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS));
  }
}
