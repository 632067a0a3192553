package org.fapiaosuite.fapiao.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {

  private static final int AMOUNTS = 100_000;

  @ParameterizedTest
  @CsvSource({
    "0.06, 100.00, 94.34, 5.66",
    "0.06, 1.00, 0.94, 0.06",
    "0.06, 99.99, 94.33, 5.66",
    "0.06, 1270.00, 1198.11, 71.89",
    "0.06, 3828.95, 3612.22, 216.73",
    "0.06, 530000.00, 500000.00, 30000.00",
    "0.06, 0.08, 0.08, 0.00",
    "0.06, 0.09, 0.08, 0.01",
    "0.13, 100.00, 88.50, 11.50",
    "0.00, 100.00, 100.00, 0.00",
    "0.03, 103.00, 100.00, 3.00",
    "0.01, 101.00, 100.00, 1.00",
  })
  void known_splits(String rate, String gross, String net, String tax) {
    assertEquals(
        new TaxSplit(Money.ofYuan(net), Money.ofYuan(tax)),
        TaxRate.of(rate).split(Money.ofYuan(gross)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "0.01", "0.03", "0.06", "0.09", "0.13", "0.17"})
  void net_and_tax_always_add_up_within_the_tolerance(String fraction) {
    TaxRate rate = TaxRate.of(fraction);
    Random random = new Random(20261120);
    for (int i = 0; i < AMOUNTS; i++) {
      Money gross = Money.ofFen(1 + random.nextLong(i % 2 == 0 ? 1_000 : 99_999_999_999L));
      TaxSplit split = rate.split(gross);
      assertEquals(gross, split.gross());
      assertTrue(
          TaxTolerance.deviation(split, rate).compareTo(TaxTolerance.LINE) <= 0,
          () -> gross + " at " + fraction);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "0.01", "0.06", "0.13"})
  void the_largest_price_of_a_net_amount_is_the_largest(String fraction) {
    TaxRate rate = TaxRate.of(fraction);
    Random random = new Random(20261121);
    for (int i = 0; i < 10_000; i++) {
      Money net = Money.ofFen(random.nextLong(1_000_000_000L));
      Money gross = rate.largestGross(net);
      assertTrue(!rate.split(gross).net().isMoreThan(net));
      assertTrue(rate.split(gross.plus(Money.ofFen(1))).net().isMoreThan(net));
    }
  }

  @Test
  void a_rate_reads_as_a_fraction() {
    assertEquals("0.06", new TaxRate(600).fraction());
    assertEquals("0", new TaxRate(0).fraction());
  }
}
