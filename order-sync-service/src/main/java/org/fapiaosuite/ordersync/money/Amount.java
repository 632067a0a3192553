package org.fapiaosuite.ordersync.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount as the API and the events carry it: {@code {"currency":"CNY","value":"1270.00"}}.
 * Inside the service amounts are {@code long}s in hundredths (fen for CNY).
 *
 * @param currency ISO 4217 code
 * @param value with exactly two decimals
 */
@Schema(name = "Money")
public record Amount(
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, examples = "1270.00")
        BigDecimal value) {

  public static Amount of(long hundredths, String currency) {
    return new Amount(currency, BigDecimal.valueOf(hundredths, 2));
  }
}
