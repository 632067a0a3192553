package org.fapiaosuite.ordersync.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money.
 *
 * @param currency ISO 4217 code. Example: {@code CNY}.
 * @param value in the currency's unit (yuan), with exactly two decimals, as text. Example: {@code
 *     1270.00}.
 */
@Schema(name = "Money")
public record Amount(
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        BigDecimal value) {

  public static Amount of(long hundredths, String currency) {
    return new Amount(currency, BigDecimal.valueOf(hundredths, 2));
  }
}
