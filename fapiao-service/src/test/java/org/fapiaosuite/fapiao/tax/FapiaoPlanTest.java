package org.fapiaosuite.fapiao.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

class FapiaoPlanTest {

  private static final String CODE = "3040203000000000000";
  private static final TaxRate SIX = new TaxRate(600);
  private static final TaxRate THIRTEEN = new TaxRate(1300);

  @Test
  void what_fits_is_one_fapiao() {
    FapiaoPlan plan = FapiaoPlan.of(List.of(line(SIX, "1270.00")), yuan("99999.99"));
    assertEquals(1, plan.parts().size());
    assertEquals(new TaxSplit(yuan("1198.11"), yuan("71.89")), plan.total());
  }

  @Test
  void the_ceiling_is_on_the_amount_without_tax() {
    assertEquals(
        1, FapiaoPlan.of(List.of(line(SIX, "105999.99")), yuan("99999.99")).parts().size());
    assertEquals(
        2, FapiaoPlan.of(List.of(line(SIX, "106000.00")), yuan("99999.99")).parts().size());
  }

  @Test
  void a_large_amount_is_filled_up_from_the_front() {
    FapiaoPlan plan = FapiaoPlan.of(List.of(line(SIX, "530000.00")), yuan("99999.99"));
    assertEquals(6, plan.parts().size());
    assertEquals(yuan("99999.99"), plan.parts().get(0).total().net());
    assertEquals(yuan("530000.00"), plan.total().gross());
  }

  @Test
  void nothing_at_all_is_no_fapiao() {
    assertEquals(0, FapiaoPlan.of(List.of(), yuan("1.00")).parts().size());
    assertEquals(0, FapiaoPlan.of(List.of(line(SIX, "0.00")), yuan("1.00")).parts().size());
  }

  @Test
  void parts_always_sum_to_the_whole_below_the_ceiling_within_the_tolerance() {
    Random random = new Random(20261122);
    for (int round = 0; round < 2_000; round++) {
      List<TaxedLine> lines = new ArrayList<>();
      Money whole = Money.ZERO;
      for (int i = 0; i <= random.nextInt(20); i++) {
        Money gross = Money.ofFen(1 + random.nextLong(5_000_000));
        lines.add(new TaxedLine(CODE, random.nextBoolean() ? SIX : THIRTEEN, gross));
        whole = whole.plus(gross);
      }
      Money ceiling = Money.ofFen(1_000_000 + random.nextLong(10_000_000));
      FapiaoPlan plan = FapiaoPlan.of(lines, ceiling);
      assertEquals(whole, plan.total().gross());
      for (FapiaoPlan.Part part : plan.parts()) {
        assertTrue(!part.total().net().isMoreThan(ceiling));
        assertTrue(part.deviation().compareTo(TaxTolerance.DOCUMENT) <= 0);
        assertTrue(!part.lines().isEmpty());
      }
    }
  }

  @Test
  void a_document_of_many_lines_is_divided_before_its_tolerance_is_exceeded() {
    // 0.08 yuan at 6 % deviates by 0.0048 yuan: 265 of them make more than 1.27
    List<TaxedLine> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      lines.add(line(SIX, "0.08"));
    }
    FapiaoPlan plan = FapiaoPlan.of(lines, yuan("99999.99"));
    assertEquals(yuan("48.00"), plan.total().gross());
    assertEquals(3, plan.parts().size());
  }

  @Test
  void given_amounts_are_kept() {
    FapiaoPlan plan =
        FapiaoPlan.ofAmounts(
            List.of(line(SIX, "100.00"), line(SIX, "50.00")),
            List.of(yuan("30.00"), yuan("120.00")));
    assertEquals(yuan("30.00"), plan.parts().get(0).total().gross());
    assertEquals(2, plan.parts().get(1).lines().size());
    assertEquals(yuan("150.00"), plan.total().gross());
  }

  @Test
  void parts_of_any_given_amounts_sum_to_the_whole() {
    Random random = new Random(20261127);
    for (int round = 0; round < 2_000; round++) {
      List<TaxedLine> lines = new ArrayList<>();
      Money whole = Money.ZERO;
      for (int i = 0; i <= random.nextInt(10); i++) {
        Money gross = Money.ofFen(1 + random.nextLong(5_000_000));
        lines.add(new TaxedLine(CODE, random.nextBoolean() ? SIX : THIRTEEN, gross));
        whole = whole.plus(gross);
      }
      List<Money> amounts = new ArrayList<>();
      for (Money left = whole; !left.isZero(); ) {
        Money part = Money.ofFen(1 + random.nextLong(left.fen()));
        amounts.add(part);
        left = left.minus(part);
      }
      FapiaoPlan plan = FapiaoPlan.ofAmounts(lines, amounts);
      assertEquals(amounts, plan.parts().stream().map(part -> part.total().gross()).toList());
      assertEquals(whole, plan.total().gross());
      for (FapiaoPlan.Part part : plan.parts()) {
        for (TaxedLine line : part.lines()) {
          TaxSplit split = line.split();
          assertEquals(line.gross(), split.net().plus(split.tax()));
          assertTrue(TaxTolerance.deviation(split, line.rate()).compareTo(TaxTolerance.LINE) <= 0);
        }
      }
    }
  }

  @Test
  void amounts_that_do_not_add_up_are_refused() {
    List<TaxedLine> lines = List.of(line(SIX, "100.00"));
    assertThrows(
        IllegalArgumentException.class, () -> FapiaoPlan.ofAmounts(lines, List.of(yuan("100.01"))));
    assertThrows(
        IllegalArgumentException.class, () -> FapiaoPlan.ofAmounts(lines, List.of(yuan("99.99"))));
  }

  private static TaxedLine line(TaxRate rate, String gross) {
    return new TaxedLine(CODE, rate, yuan(gross));
  }

  private static Money yuan(String yuan) {
    return Money.ofYuan(yuan);
  }
}
