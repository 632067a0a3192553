package org.fapiaosuite.fapiao.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fapiaosuite.kernel.Money;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant FIRST = NOW.plus(3, ChronoUnit.DAYS);
  private static final Instant SECOND = NOW.plus(9, ChronoUnit.DAYS);

  @Test
  void each_gets_the_arrival_that_covers_all_before_it() {
    Forecast.Turns turns =
        new Forecast(
                new Forecast.Numbers(
                    1, List.of(new Forecast.Arrival(FIRST, 2), new Forecast.Arrival(SECOND, 5))),
                null,
                NOW)
            .turns();

    assertEquals(NOW, turns.next(need(1, "1.00")));
    assertEquals(FIRST, turns.next(need(2, "1.00")));
    assertEquals(SECOND, turns.next(need(5, "1.00")));
    assertNull(turns.next(need(1, "1.00")));
  }

  @Test
  void what_is_left_of_a_month_is_not_given_to_later_ones() {
    Forecast.Turns turns = new Forecast(null, quota("200.00", "100.00"), NOW).turns();

    assertEquals(NOW, turns.next(need(1, "40.00")));
    assertEquals(month(1), turns.next(need(1, "200.00")));
    assertEquals(month(2), turns.next(need(1, "50.00")));
    assertEquals(month(2), turns.next(need(1, "150.00")));
    assertEquals(month(3), turns.next(need(1, "0.01")));
  }

  @Test
  void the_later_of_numbers_and_quota_counts() {
    Forecast forecast =
        new Forecast(
            new Forecast.Numbers(0, List.of(new Forecast.Arrival(FIRST, 1))),
            quota("10.00", "0.00"),
            NOW);

    assertEquals(month(1), forecast.turns().next(need(1, "10.00")));
    assertNull(forecast.turns().next(need(2, "10.00")));
  }

  private static Forecast.Quota quota(String limit, String left) {
    return new Forecast.Quota(Money.ofYuan(limit), Money.ofYuan(left), ForecastTest::month);
  }

  private static Instant month(long months) {
    return NOW.plus(months * 30, ChronoUnit.DAYS);
  }

  private static StockNeed need(int numbers, String net) {
    return new StockNeed(numbers, Money.ofYuan(net));
  }
}
