package org.fapiaosuite.fapiao.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.kernel.Money;

/**
 * An amount of money.
 *
 * @param currency always {@code CNY}, renminbi (ISO 4217). Example: {@code CNY}.
 * @param value yuan with exactly two decimals, as text, so that nothing is lost to floating point;
 *     0.00 to 9999999999.99. Example: {@code 1270.00}.
 */
@Schema(name = "Money")
public record Amount(
    @NotNull @Pattern(regexp = Money.CURRENCY, message = "{violation.currency}") String currency,
    @NotNull @Pattern(regexp = "(0|[1-9]\\d{0,9})\\.\\d{2}", message = "{violation.amount}")
        String value) {

  public static Amount of(Money money) {
    return new Amount(Money.CURRENCY, money.yuan());
  }

  /**
   * The amount in the domain's terms.
   *
   * @throws IllegalArgumentException when it is not in CNY with two decimals
   */
  public Money toMoney() {
    return Money.of(currency, value);
  }
}
