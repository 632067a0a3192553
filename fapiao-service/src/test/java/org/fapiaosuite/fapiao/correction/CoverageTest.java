package org.fapiaosuite.fapiao.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.ApplicationItem;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.IssueOrder;
import org.fapiaosuite.fapiao.issuing.IssuedFapiao;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxRate;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

/** Three Fapiao over two bills: which of them stands for what. */
class CoverageTest {

  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(2, 2);

  private final List<ApplicationItem> items = List.of(item(FIRST, 100), item(SECOND, 50));
  private final List<Fapiao> blue = List.of(fapiao(0, 60), fapiao(1, 60), fapiao(2, 30));

  @Test
  void each_fapiao_stands_for_a_stretch_of_the_items() {
    assertEquals(amounts(60, 0), Coverage.of(blue.get(0), blue, items));
    assertEquals(amounts(40, 20), Coverage.of(blue.get(1), blue, items));
    assertEquals(amounts(0, 30), Coverage.of(blue.get(2), blue, items));
  }

  @Test
  void what_was_refunded_is_taken_back_first() {
    assertEquals(
        amounts(0, 15),
        Coverage.take(Money.ofFen(15), amounts(40, 20), Map.of(SECOND, Money.ofFen(18))));
    assertEquals(
        amounts(7, 18),
        Coverage.take(Money.ofFen(25), amounts(40, 20), Map.of(SECOND, Money.ofFen(18))));
    assertEquals(amounts(40, 5), Coverage.take(Money.ofFen(45), amounts(40, 20), Map.of()));
  }

  @Test
  void nothing_is_taken_twice() {
    Map<UUID, Money> left = Coverage.less(amounts(40, 20), amounts(40, 5));

    assertEquals(amounts(0, 15), Coverage.take(Money.ofFen(15), left, Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Coverage.take(Money.ofFen(16), left, Map.of(FIRST, Money.ofFen(99))));
  }

  private static Map<UUID, Money> amounts(long first, long second) {
    Map<UUID, Money> amounts = new LinkedHashMap<>();
    if (first > 0) {
      amounts.put(FIRST, Money.ofFen(first));
    }
    if (second > 0) {
      amounts.put(SECOND, Money.ofFen(second));
    }
    return amounts;
  }

  private static ApplicationItem item(UUID bill, long fen) {
    return new ApplicationItem(
        bill, "E1", "p", Instant.EPOCH, true, Money.ofFen(fen), "3040201990000000000", 600);
  }

  private static Fapiao fapiao(int position, long fen) {
    IssueOrder order =
        new IssueOrder(
            new UUID(3, 3),
            new UUID(4, 4),
            "c",
            FapiaoType.ORDINARY,
            Medium.ELECTRONIC,
            new Buyer(TitleType.INDIVIDUAL, "王小明", null, null, null, null, null),
            new FapiaoPlan(List.of()),
            List.of());
    return new Fapiao(
        new UUID(5, position),
        order,
        position,
        new IssuedFapiao(
            new LegalNumber(NumberScheme.UNIFIED_20, null, "2631%016d".formatted(position)),
            LocalDate.of(2026, 11, 20),
            new TaxRate(600).split(Money.ofFen(fen))),
        Instant.EPOCH);
  }
}
