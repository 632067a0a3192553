package org.fapiaosuite.fapiao.application.events;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one issued Fapiao: which it is, and its number as printed.
 *
 * @param code only for {@link NumberScheme#LEGACY_CODE_NUMBER}
 * @param issuedOn the day printed on it, a Chinese date
 * @param amount tax included, above zero for a red letter as well
 */
public record IssuedNumber(
    UUID fapiaoId,
    NumberScheme numberScheme,
    @Nullable String code,
    String number,
    LocalDate issuedOn,
    Amount amount) {

  Map<String, String> shown() {
    return code == null ? Map.of("number", number) : Map.of("code", code, "number", number);
  }
}
