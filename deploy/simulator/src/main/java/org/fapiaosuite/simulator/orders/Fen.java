package org.fapiaosuite.simulator.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts in fen, 1/100 yuan, the smallest unit: never a floating point number. */
public final class Fen {

  private static final Pattern YUAN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

  private Fen() {}

  /** The fen in {@code {"currency":"CNY","value":"1270.00"}}; empty for what no bank would book. */
  public static OptionalLong of(JsonNode amount) {
    JsonNode value = amount.path("value");
    if (!value.isTextual() || !YUAN.matcher(value.textValue()).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(value.textValue()).movePointRight(2).longValueExact());
  }

  /** Yuan with two decimals, {@code 1270.00}. */
  public static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
