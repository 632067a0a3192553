package org.fapiaosuite.fapiao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

  private static final LocalTime CUT_OFF = LocalTime.of(17, 30);
  private static final WorkingDays CALENDAR = new WorkingDays(Calendars.builtInYears().toList());

  @ParameterizedTest
  @CsvSource({
    "2025-01-24, 2025-01-27",
    "2025-04-25, 2025-04-28",
    "2025-09-26, 2025-09-29",
    "2025-09-30, 2025-10-10",
    "2025-12-31, 2026-01-05",
    "2026-01-01, 2026-01-05",
    "2026-02-13, 2026-02-24",
    "2026-02-14, 2026-02-25",
    "2026-04-30, 2026-05-07",
    "2026-05-08, 2026-05-11",
    "2026-09-18, 2026-09-21",
    "2026-09-19, 2026-09-21",
    "2026-09-24, 2026-09-29",
    "2026-09-30, 2026-10-09",
    "2026-10-09, 2026-10-12",
    "2026-11-20, 2026-11-24",
  })
  void two_working_days_after_the_day_of_confirmation(LocalDate day, LocalDate due) {
    Promise promise = promise(day.atTime(12, 0).atZone(Promise.CHINA));
    assertEquals(due.atTime(CUT_OFF).atZone(Promise.CHINA).toInstant(), promise.dueAt());
    assertFalse(promise.provisional());
  }

  @ParameterizedTest
  @CsvSource({
    // CST is UTC+8: the date changes at 16:00 UTC, the cut-off is at 09:30 UTC
    "2026-11-20T09:29:59.999Z, 2026-11-24",
    "2026-11-20T09:30:00Z, 2026-11-24",
    "2026-11-20T15:59:59Z, 2026-11-24",
    "2026-11-20T16:00:00Z, 2026-11-24",
    "2026-11-23T09:29:59.999Z, 2026-11-25",
    "2026-11-23T09:30:00Z, 2026-11-26",
    "2026-11-22T16:00:00Z, 2026-11-25",
    "2026-11-22T15:59:59Z, 2026-11-25",
  })
  void from_the_cut_off_on_the_next_date_counts(Instant confirmedAt, LocalDate due) {
    assertEquals(
        due.atTime(CUT_OFF).atZone(Promise.CHINA).toInstant(),
        Promise.from(confirmedAt, CALENDAR, CUT_OFF, 2).dueAt());
  }

  @Test
  void a_year_without_a_notice_falls_back_to_monday_to_friday_and_says_so() {
    Promise promise = promise(LocalDate.of(2026, 12, 31).atTime(12, 0).atZone(Promise.CHINA));
    assertEquals(Instant.parse("2027-01-04T09:30:00Z"), promise.dueAt());
    assertTrue(promise.provisional());
  }

  @Test
  void a_notice_for_the_next_year_moves_it_and_makes_it_firm() {
    CalendarYear next =
        new CalendarYear(
            2027, "test", List.of(LocalDate.of(2027, 1, 1)), List.of(LocalDate.of(2027, 1, 3)));
    WorkingDays more =
        new WorkingDays(
            java.util.stream.Stream.concat(
                    Calendars.builtInYears(), java.util.stream.Stream.of(next))
                .toList());
    Instant confirmedAt = Instant.parse("2026-12-31T04:00:00Z");
    Promise promise = Promise.from(confirmedAt, more, CUT_OFF, 2);
    assertEquals(Instant.parse("2027-01-04T09:30:00Z"), promise.dueAt());
    assertFalse(promise.provisional());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025|01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08"
            + "|01-26 02-08 04-27 09-28 10-11",
        "2026|01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07"
            + "|01-04 02-14 02-28 05-09 09-20 10-10",
      })
  void the_days_of_the_notices(int year, String off, String worked) {
    CalendarYear notice =
        Calendars.builtInYears().filter(one -> one.year() == year).findFirst().orElseThrow();
    assertEquals(days(year, off), new TreeSet<>(notice.offDays()));
    assertEquals(days(year, worked), new TreeSet<>(notice.workDays()));
    assertTrue(notice.source().startsWith("https://www.gov.cn/"), notice.source());
  }

  private static Set<LocalDate> days(int year, String text) {
    Set<LocalDate> days = new TreeSet<>();
    for (String range : text.split(" ")) {
      String[] ends = range.split("/");
      LocalDate last = LocalDate.parse(year + "-" + ends[ends.length - 1]);
      LocalDate.parse(year + "-" + ends[0]).datesUntil(last.plusDays(1)).forEach(days::add);
    }
    return days;
  }

  @Test
  void both_years_have_248_working_days() {
    assertEquals(248, workingDays(2025));
    assertEquals(248, workingDays(2026));
  }

  @Test
  void the_months_of_2026_have_the_published_number_of_working_days() {
    List<Long> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> LocalDate.of(2026, month, 1))
            .map(first -> first.datesUntil(first.plusMonths(1)).filter(CALENDAR::isWorked).count())
            .toList();
    assertEquals(List.of(21L, 16L, 22L, 21L, 19L, 21L, 23L, 21L, 22L, 18L, 21L, 23L), months);
  }

  private static long workingDays(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first.datesUntil(first.plusYears(1)).filter(CALENDAR::isWorked).count();
  }

  private static Promise promise(ZonedDateTime at) {
    return Promise.from(at.toInstant(), CALENDAR, CUT_OFF, 2);
  }

  @Test
  void a_calendar_without_a_day_off_does_not_make_its_year_known() {
    CalendarYear empty = new CalendarYear(2027, "none yet", List.of(), List.of());
    CalendarYear lastYears =
        new CalendarYear(2027, "none yet", List.of(LocalDate.of(2026, 12, 31)), List.of());
    CalendarYear one =
        new CalendarYear(2027, "published", List.of(LocalDate.of(2027, 1, 1)), List.of());
    LocalDate day = LocalDate.of(2027, 6, 1);

    assertFalse(new WorkingDays(List.of(empty)).isKnown(day));
    assertFalse(new WorkingDays(List.of(lastYears)).isKnown(day));
    assertTrue(new WorkingDays(List.of(one)).isKnown(day));
  }
}
