package org.fapiaosuite.fapiao.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fapiaosuite.kernel.Money;

/**
 * A VAT rate in basis points (600 = 6 %). Prices include the tax; the net amount is the price
 * divided by one plus the rate (VAT Law, in force 2026-01-01), rounded half up to the fen.
 */
public record TaxRate(int basisPoints) {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

  public TaxRate {
    if (basisPoints < 0 || basisPoints > 10_000) {
      throw new IllegalArgumentException("not a tax rate: " + basisPoints);
    }
  }

  /** Reads a fraction, for example {@code 0.06}. */
  public static TaxRate of(String fraction) {
    return new TaxRate(new BigDecimal(fraction).multiply(WHOLE).intValueExact());
  }

  /** Divides a price that includes the tax, so that net and tax add up to it exactly. */
  public TaxSplit split(Money gross) {
    BigDecimal net =
        BigDecimal.valueOf(gross.fen())
            .multiply(WHOLE)
            .divide(WHOLE.add(BigDecimal.valueOf(basisPoints)), 0, RoundingMode.HALF_UP);
    Money netAmount = Money.ofFen(net.longValueExact());
    return new TaxSplit(netAmount, gross.minus(netAmount));
  }

  /** The largest price whose net amount is not above the given one. */
  public Money largestGross(Money net) {
    long guess =
        BigDecimal.valueOf(net.fen())
            .multiply(WHOLE.add(BigDecimal.valueOf(basisPoints)))
            .divide(WHOLE, 0, RoundingMode.HALF_UP)
            .longValueExact();
    while (!split(Money.ofFen(guess + 1)).net().isMoreThan(net)) {
      guess++;
    }
    while (guess > 0 && split(Money.ofFen(guess)).net().isMoreThan(net)) {
      guess--;
    }
    return Money.ofFen(guess);
  }

  /** A fraction with as few decimals as it needs, for example {@code 0.06}. */
  public String fraction() {
    return BigDecimal.valueOf(basisPoints, 4).stripTrailingZeros().toPlainString();
  }
}
