package org.fapiaosuite.fapiao.tax;

import org.fapiaosuite.kernel.Money;

/** A price divided into its amount without tax and the tax; the two add up to the price. */
public record TaxSplit(Money net, Money tax) {

  public static final TaxSplit NOTHING = new TaxSplit(Money.ZERO, Money.ZERO);

  public Money gross() {
    return net.plus(tax);
  }

  public TaxSplit plus(TaxSplit other) {
    return new TaxSplit(net.plus(other.net), tax.plus(other.tax));
  }
}
