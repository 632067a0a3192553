package org.fapiaosuite.fapiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The moment by which the service centre has to have issued.
 *
 * @param dueAt the cut-off of the last working day of the promise
 * @param provisional true when a year on the way has no published calendar yet
 */
public record Promise(Instant dueAt, boolean provisional) {

  /** Business dates are Chinese dates: UTC+8, no daylight saving. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * Promises a number of working days from a confirmation. Day 0 is the confirmation's date, worked
   * or not; from the cut-off on, day 0 is the next calendar date.
   */
  public static Promise from(
      Instant confirmedAt, WorkingDays calendar, LocalTime cutOff, int workingDays) {
    ZonedDateTime local = confirmedAt.atZone(CHINA);
    LocalDate dayZero =
        local.toLocalTime().isBefore(cutOff)
            ? local.toLocalDate()
            : local.toLocalDate().plusDays(1);
    LocalDate due = calendar.after(dayZero, workingDays);
    boolean known = dayZero.datesUntil(due.plusDays(1)).allMatch(calendar::isKnown);
    return new Promise(due.atTime(cutOff).atZone(CHINA).toInstant(), !known);
  }
}
