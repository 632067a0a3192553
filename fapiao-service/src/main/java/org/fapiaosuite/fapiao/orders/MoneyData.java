package org.fapiaosuite.fapiao.orders;

import org.fapiaosuite.kernel.Money;

/** Money in an order event. */
record MoneyData(String currency, String value) {

  Money money() {
    return Money.of(currency, value);
  }
}
