package org.fapiaosuite.ordersync.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount as the API and the events carry it: {@code {"currency":"CNY","value":"1270.00"}}.
 * Inside the service amounts are {@code long}s in hundredths (fen for CNY).
 *
 * @param currency ISO 4217 code
 * @param value with exactly two decimals
 */
public record Money(
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, examples = "1270.00")
        BigDecimal value) {

  /** The one currency that orders are invoiced in. */
  public static final String CNY = "CNY";

  /** ASCII digits only, at most two decimals, at most 15 digits in all: no exponent, no sign. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,2})?");

  public static Money of(long hundredths, String currency) {
    return new Money(currency, BigDecimal.valueOf(hundredths, 2));
  }

  /** The hundredths in {@code 1270}, {@code 1270.5} or {@code 1270.00}; empty for all else. */
  public static OptionalLong hundredths(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(text).movePointRight(2).longValueExact());
  }

  /** {@code 127000} as {@code 1270.00}. */
  public static String decimal(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }
}
