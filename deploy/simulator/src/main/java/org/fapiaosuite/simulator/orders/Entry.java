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
  private final @Nullable Flaw flaw;
  private final Flaw.@Nullable Place place;

  private Entry(
      Kind kind,
      String orderNumber,
      String refundId,
      byte[] data,
      @Nullable LocalDate day,
      long fen,
      @Nullable Flaw flaw,
      Flaw.@Nullable Place place) {
    this.kind = kind;
    this.orderNumber = orderNumber;
    this.refundId = refundId;
    this.data = data;
    this.day = day;
    this.fen = fen;
    this.flaw = flaw;
    this.place = place;
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

  /** The {@code data} object of the event as it should be told, UTF-8 JSON. */
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
        day == null ? 0 : fen.getAsLong(),
        null,
        null);
  }

  /** The same payment, told with a flaw in its push, in its statement or in both. */
  public Entry flawed(Flaw told, Flaw.Place where) {
    return new Entry(kind, orderNumber, refundId, data, day, fen, told, where);
  }

  /** What is wrong with how it is told; null when nothing is. */
  public @Nullable Flaw flaw() {
    return flaw;
  }

  /** Where that is wrong; null when nothing is. */
  public Flaw.@Nullable Place place() {
    return place;
  }

  /** The {@code data} object as it is pushed. */
  public ObjectNode pushed() {
    return told(place != Flaw.Place.STATEMENT);
  }

  /** The {@code data} object as the statement tells it. */
  public ObjectNode stated() {
    return told(place != Flaw.Place.PUSH);
  }

  private ObjectNode told(boolean there) {
    ObjectNode fields = fields();
    if (flaw != null && there) {
      flaw.spoil(fields);
    }
    return fields;
  }

  private static @Nullable LocalDate day(JsonNode moment) {
    try {
      return OffsetDateTime.parse(moment.asText()).atZoneSameInstant(SHANGHAI).toLocalDate();
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
