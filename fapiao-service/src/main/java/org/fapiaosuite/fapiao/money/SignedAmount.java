package org.fapiaosuite.fapiao.money;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.kernel.Money;

/**
 * An amount of money that may be below zero.
 *
 * @param currency always {@code CNY}, renminbi (ISO 4217). Example: {@code CNY}.
 * @param value yuan with exactly two decimals, as text, with a minus sign where it is below zero.
 *     Example: {@code 1270.00}.
 */
@Schema(name = "SignedMoney")
public record SignedAmount(String currency, String value) {

  public static SignedAmount of(Money money, boolean below) {
    return new SignedAmount(
        Money.CURRENCY, below && !money.isZero() ? "-" + money.yuan() : money.yuan());
  }
}
