package org.fapiaosuite.ordersync.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.kernel.Hundredths;
import org.fapiaosuite.kernel.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an amount, a time, a number of a payment platform can be. Whatever else is written down is
 * refused before anything is done with it.
 */
@ApplicationScoped
public class MovementRules {
  /** Of an amount, before the point. */
  public static final int MOST_DIGITS = 13;

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int LONGEST_MOMENT = 40;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 320;
  private static final int LONGEST_TEXT = 500;

  private final MovementLimits limits;
  private final Clock clock;

  MovementRules(MovementLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** An {@link OrderNumber} in its normal form, in which customers find their order. */
  public String orderNumber(String field, @Nullable String text) {
    return OrderNumber.parse(present(field, text))
        .map(OrderNumber::text)
        .orElseThrow(() -> new UnacceptableException(field, Reason.NUMBER));
  }

  /**
   * The number of a transaction or a refund: built like an order's, but read to the letter, since
   * nobody but the platform says it.
   */
  public String number(String field, @Nullable String text) {
    String number = present(field, text);
    if (!NUMBER.matcher(number).matches()) {
      throw new UnacceptableException(field, Reason.NUMBER);
    }
    return number;
  }

  private static String present(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new UnacceptableException(field, Reason.REQUIRED);
    }
    return text;
  }

  /** Hundredths of a positive decimal with at most two decimals, up to the highest order. */
  public long amount(String field, @Nullable String text) {
    if (text == null) {
      throw new UnacceptableException(field, Reason.REQUIRED);
    }
    OptionalLong amount = Hundredths.parse(text, MOST_DIGITS);
    if (amount.isEmpty() || amount.getAsLong() == 0) {
      throw new UnacceptableException(field, Reason.AMOUNT);
    }
    if (amount.getAsLong() > highest()) {
      throw new UnacceptableException(field, Reason.AMOUNT_TOO_HIGH);
    }
    return amount.getAsLong();
  }

  private long highest() {
    return limits.highestAmount().movePointRight(2).longValueExact();
  }

  /** A currency's ISO 4217 code, in capitals. */
  public String currency(String field, @Nullable String text) {
    if (text == null) {
      throw new UnacceptableException(field, Reason.REQUIRED);
    }
    if (!CURRENCY.matcher(text).matches()) {
      throw new UnacceptableException(field, Reason.CURRENCY);
    }
    return text;
  }

  /** A moment with its offset (RFC 3339), neither before the service existed nor to come. */
  public Instant moment(String field, @Nullable String text) {
    if (text == null) {
      throw new UnacceptableException(field, Reason.REQUIRED);
    }
    Instant moment = parse(text);
    if (moment == null) {
      throw new UnacceptableException(field, Reason.MOMENT);
    }
    if (moment.isBefore(limits.earliestPayment())
        || moment.isAfter(clock.instant().plus(limits.clockTolerance()))) {
      throw new UnacceptableException(field, Reason.MOMENT_IMPOSSIBLE);
    }
    return moment;
  }

  private static @Nullable Instant parse(String text) {
    if (text.length() > LONGEST_MOMENT) {
      return null;
    }
    try {
      // ISO_OFFSET_DATE_TIME resolves strictly: no 30 February, no 24:00, no second 60.
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException notAMoment) {
      return null;
    }
  }

  /** A name of something, at most so many characters; null stays null, blank becomes null. */
  public @Nullable String text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > longest) {
      throw new UnacceptableException(field, Reason.TOO_LONG);
    }
    if (!text.codePoints().allMatch(MovementRules::isStorable)) {
      throw new UnacceptableException(field, Reason.TEXT);
    }
    return text;
  }

  /** What was bought, or why money went back: never a reason to refuse. */
  public @Nullable String description(@Nullable String told) {
    return DescribingText.of(told, LONGEST_TEXT);
  }

  /** A payer's name as the platform tells it: never a reason to refuse. */
  public @Nullable String payerName(@Nullable String told) {
    return DescribingText.of(told, LONGEST_NAME);
  }

  /** An e-mail address in its normal form; whatever else is in its place as it is told. */
  public @Nullable String email(@Nullable String told) {
    String text = DescribingText.of(told, LONGEST_EMAIL);
    return text == null
        ? null
        : EmailAddress.parseForDelivery(text).map(EmailAddress::text).orElse(text);
  }

  /** No control characters (a line end in a name is an attempt at a header), no half characters. */
  private static boolean isStorable(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  /** Licences, boxes, months: a count; null for what cannot be one. */
  public @Nullable Integer quantity(long number) {
    return number < 1 || number > limits.highestQuantity() ? null : (Integer) (int) number;
  }
}
