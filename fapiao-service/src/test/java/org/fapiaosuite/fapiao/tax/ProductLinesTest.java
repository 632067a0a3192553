package org.fapiaosuite.fapiao.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rate follows from the product and the day it was sold, by data. */
class ProductLinesTest {

  private final ProductLines lines = new ProductLines();

  @ParameterizedTest
  @CsvSource({
    "'Office 365 E3, 12 months', 2026-11-10, 3040203000000000000, 0.06",
    "'microsoft 365 Business', 2016-05-01, 3040203000000000000, 0.06",
    "Something nobody knows, 2026-11-10, 3040203000000000000, 0.06",
    // the cuts of 2018 and 2019, to the day
    "软件产品 Visio, 2018-04-30, 1090502000000000000, 0.17",
    "软件产品 Visio, 2018-05-01, 1090502000000000000, 0.16",
    "软件产品 Visio, 2019-03-31, 1090502000000000000, 0.16",
    "软件产品 Visio, 2019-04-01, 1090502000000000000, 0.13",
    "Router, 2026-11-10, 1090500000000000000, 0.13",
    // before the oldest rate that is known
    "Office 365, 1990-01-01, 3040203000000000000, 0.06",
  })
  void product_and_day_decide(String product, LocalDate day, String code, String rate) {
    Money gross = Money.ofYuan("100.00");
    assertEquals(new TaxedLine(code, TaxRate.of(rate), gross), lines.line(product, day, gross));
  }
}
