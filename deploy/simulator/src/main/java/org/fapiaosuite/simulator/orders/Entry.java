package org.fapiaosuite.simulator.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.fapiaosuite.simulator.Json;
import org.jspecify.annotations.Nullable;

/** One line of the book: a payment or a refund. */
public final class Entry {

  /** The zone in which the platform closes its days. */
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** What an entry is, named as in the first column of the statement. */
  public enum Kind {
    PAYMENT("order.paid", "paidAt"),
    REFUND("order.refunded", "refundedAt");

    private final String eventType;
    private final String timeField;

    Kind(String eventType, String timeField) {
      this.eventType = eventType;
      this.timeField = timeField;
    }

    public String eventType() {
      return eventType;
    }

    public String timeField() {
      return timeField;
    }
  }

  private final Kind kind;
  private final String orderNumber;
  private final String refundId;
  private final byte[] data;
  private final @Nullable LocalDate day;
  private final long fen;

  private Entry(
      Kind kind,
      String orderNumber,
      String refundId,
      byte[] data,
      @Nullable LocalDate day,
      long fen) {
    this.kind = kind;
    this.orderNumber = orderNumber;
    this.refundId = refundId;
    this.data = data;
    this.day = day;
    this.fen = fen;
  }

  public Kind kind() {
    return kind;
  }

  public String orderNumber() {
    return orderNumber;
  }

  /** Empty for a payment. */
  public String refundId() {
    return refundId;
  }

  /** The {@code data} object of the event, UTF-8 JSON. */
  public byte[] data() {
    return data.clone();
  }

  /**
   * The day of the statement it stands on, in Asia/Shanghai; null when its time or amount is not
   * one that a platform could have booked.
   */
  public @Nullable LocalDate day() {
    return day;
  }

  /** What was paid or paid back, 0 without a day. */
  public long fen() {
    return fen;
  }

  /** The {@code data} object, read anew: change it as you like. */
  public ObjectNode fields() {
    try {
      return Json.readObject(data);
    } catch (IOException ourOwnBytes) {
      throw new UncheckedIOException(ourOwnBytes);
    }
  }

  /** The entry of a complete {@code data} object. */
  public static Entry of(Kind kind, JsonNode data) {
    OptionalLong fen = Fen.of(data.path("amount"));
    LocalDate day = fen.isEmpty() ? null : day(data.path(kind.timeField));
    return new Entry(
        kind,
        data.path("orderNumber").asText(),
        kind == Kind.REFUND ? data.path("refundId").asText() : "",
        Json.write(data),
        day,
        day == null ? 0 : fen.getAsLong());
  }

  private static @Nullable LocalDate day(JsonNode moment) {
    try {
      return OffsetDateTime.parse(moment.asText()).atZoneSameInstant(SHANGHAI).toLocalDate();
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
