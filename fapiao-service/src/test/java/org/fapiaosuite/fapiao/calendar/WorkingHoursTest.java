package org.fapiaosuite.fapiao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time passes on working days only, 9:00 to 17:30 in China. */
class WorkingHoursTest {

  /** The week of National Day: off from Thursday to Wednesday, the Saturday after made up for. */
  private static final WorkingHours HOURS =
      new WorkingHours(
          new WorkingDays(
              List.of(
                  new CalendarYear(
                      2026,
                      "test",
                      LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList(),
                      List.of(LocalDate.of(2026, 10, 10))))),
          LocalTime.of(9, 0),
          LocalTime.of(17, 30));

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T13:30, PT4H, 2026-11-24T17:30",
    "2026-11-24T13:29:59, PT4H, 2026-11-24T17:29:59",
    "2026-11-24T13:30:01, PT4H, 2026-11-25T09:00:01",
    "2026-11-24T17:30, PT4H, 2026-11-25T13:00",
    "2026-11-24T03:00, PT4H, 2026-11-24T13:00",
    "2026-11-27T16:30, PT4H, 2026-11-30T12:00",
    "2026-11-28T12:00, PT4H, 2026-11-30T13:00",
    "2026-11-24T09:00, PT8H30M, 2026-11-24T17:30",
    "2026-11-24T09:00, PT17H, 2026-11-25T17:30",
    "2026-11-24T12:00, PT0S, 2026-11-24T12:00",
    // over the holiday week
    "2026-09-30T16:30, PT4H, 2026-10-08T12:00",
    "2026-10-05T10:00, PT4H, 2026-10-08T13:00",
    "2026-10-09T16:30, PT4H, 2026-10-10T12:00",
    "2026-10-10T16:30, PT4H, 2026-10-12T12:00"
  })
  void so_much_working_time_later_it_is(LocalDateTime from, Duration work, LocalDateTime then) {
    assertEquals(
        then.atZone(Promise.CHINA).toInstant(),
        HOURS.after(from.atZone(Promise.CHINA).toInstant(), work));
  }
}
