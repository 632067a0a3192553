package org.fapiaosuite.fapiao.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.fapiaosuite.kernel.Money;

/**
 * Money at the border: {@code {"currency":"CNY","value":"1270.00"}}.
 *
 * @param currency always {@code CNY}
 * @param value yuan with two decimals, as text
 */
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
