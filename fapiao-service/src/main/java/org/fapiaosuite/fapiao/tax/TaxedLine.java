package org.fapiaosuite.fapiao.tax;

import org.fapiaosuite.kernel.Money;

/**
 * What one bill contributes to a Fapiao.
 *
 * @param taxCode the 19-digit classification code of the goods or service
 * @param gross the amount including tax
 */
public record TaxedLine(String taxCode, TaxRate rate, Money gross) {

  public TaxSplit split() {
    return rate.split(gross);
  }

  TaxedLine withGross(Money part) {
    return new TaxedLine(taxCode, rate, part);
  }
}
