package org.fapiaosuite.fapiao.tax;

import java.math.BigDecimal;
import org.fapiaosuite.kernel.Money;

/**
 * How far a stated tax may lie from net amount times rate before the tax platform refuses the
 * Fapiao: 0.06 yuan a line, 1.27 yuan over the whole document (error catalogue of the Aisino order
 * platform).
 */
public final class TaxTolerance {

  static final BigDecimal LINE = new BigDecimal("0.06");
  static final BigDecimal DOCUMENT = new BigDecimal("1.27");

  private TaxTolerance() {}

  /** The deviation of one line in yuan, never negative. */
  static BigDecimal deviation(TaxSplit split, TaxRate rate) {
    BigDecimal exact = yuan(split.net()).multiply(BigDecimal.valueOf(rate.basisPoints(), 4));
    return yuan(split.tax()).subtract(exact).abs();
  }

  private static BigDecimal yuan(Money money) {
    return BigDecimal.valueOf(money.fen(), 2);
  }
}
