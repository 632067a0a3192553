package org.fapiaosuite.ordersync.platform.standard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.Movement;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.fact.Reason;
import org.fapiaosuite.ordersync.fact.UnacceptableException;
import org.fapiaosuite.ordersync.platform.PushedEvent;
import org.fapiaosuite.ordersync.platform.UnreadablePushException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"type","timestamp","data"}}. Fields we do not know are the platform's business;
 * money, ids and times are read to the letter, amounts from text alone; what only describes is
 * taken as far as it can be read.
 */
final class PushBody {
  private static final int LONGEST_TYPE = 100;
  private static final int LONGEST_CUSTOMER = 100;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxStringLength(64 * 1024)
                          .maxNameLength(200)
                          .maxNumberLength(40)
                          .maxDocumentLength(1024 * 1024)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private final MovementRules rules;

  PushBody(MovementRules rules) {
    this.rules = rules;
  }

  PushedEvent read(byte[] body) {
    JsonNode event = json(body);
    String type = text(event, "type", "type");
    if (type == null) {
      throw new UnacceptableException("type", Reason.REQUIRED);
    }
    return switch (rules.text("type", type, LONGEST_TYPE) == null ? "" : type) {
      case "order.paid" -> new PushedEvent(type, payment(data(event)));
      case "order.refunded" -> new PushedEvent(type, refund(data(event)));
      case "" -> throw new UnacceptableException("type", Reason.REQUIRED);
      default -> new PushedEvent(type, null);
    };
  }

  private static JsonNode json(byte[] body) {
    try {
      // Decoded here, since the parser would guess UTF-16 and UTF-32 as well.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode json = READER.readTree(text);
      if (!json.isObject()) {
        throw new UnreadablePushException();
      }
      return json;
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadablePushException();
    } catch (IOException | NumberFormatException notJson) {
      // The parser leaves an exponent of a dozen digits to BigDecimal, and its complaint to us.
      throw new UnreadablePushException();
    }
  }

  private static JsonNode data(JsonNode event) {
    JsonNode data = event.path("data");
    if (!data.isObject()) {
      throw new UnacceptableException("data", data.isMissingNode() ? Reason.REQUIRED : Reason.KIND);
    }
    return data;
  }

  private Movement payment(JsonNode data) {
    String transactionId = rules.number("data.transactionId", dataText(data, "transactionId"));
    return new Movement(
        FactKind.PAYMENT,
        rules.orderNumber("data.orderNumber", dataText(data, "orderNumber")),
        transactionId,
        transactionId,
        amount(data),
        currency(data),
        rules.moment("data.paidAt", dataText(data, "paidAt")),
        details(data),
        null);
  }

  private Movement refund(JsonNode data) {
    return new Movement(
        FactKind.REFUND,
        rules.orderNumber("data.orderNumber", dataText(data, "orderNumber")),
        rules.number("data.refundId", dataText(data, "refundId")),
        rules.number("data.transactionId", dataText(data, "transactionId")),
        amount(data),
        currency(data),
        rules.moment("data.refundedAt", dataText(data, "refundedAt")),
        null,
        rules.description(described(data, "reason")));
  }

  private long amount(JsonNode data) {
    return rules.amount(
        "data.amount.value", text(data.path("amount"), "value", "data.amount.value"));
  }

  private String currency(JsonNode data) {
    String field = "data.amount.currency";
    return rules.currency(field, text(data.path("amount"), "currency", field));
  }

  /** As far as it is told; what describes is never a reason to refuse a payment. */
  private @Nullable OrderDetails details(JsonNode data) {
    JsonNode payer = data.path("payer");
    return OrderDetails.of(
        rules.text("data.customerId", dataText(data, "customerId"), LONGEST_CUSTOMER),
        rules.payerName(described(payer, "name")),
        rules.email(described(payer, "email")),
        rules.description(described(data, "product")),
        quantity(data.path("quantity")));
  }

  private @Nullable Integer quantity(JsonNode quantity) {
    return quantity.isIntegralNumber() && quantity.canConvertToLong()
        ? rules.quantity(quantity.longValue())
        : null;
  }

  /** A number is taken for what it looks like; an object or a list for nothing. */
  private static @Nullable String described(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static @Nullable String dataText(JsonNode data, String field) {
    return text(data, field, "data." + field);
  }

  private static @Nullable String text(JsonNode parent, String field, String path) {
    JsonNode value = parent.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new UnacceptableException(path, Reason.KIND);
    }
    return value.textValue();
  }
}
