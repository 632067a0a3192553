package org.fapiaosuite.fapiao.orders;

import org.fapiaosuite.fapiao.money.Money;

/** Money in an order event. */
record MoneyData(String currency, String value) {

  Money money() {
    if (!"CNY".equals(currency)) {
      throw new IllegalArgumentException("not in CNY");
    }
    return Money.ofYuan(value);
  }
}
