package org.fapiaosuite.fapiao.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The holiday arrangement of one year as the General Office of the State Council announces it.
 *
 * @param source where the notice can be read
 * @param offDays days off, weekends within a holiday included
 * @param workDays weekend days that are worked in exchange
 */
public record CalendarYear(
    int year, String source, List<LocalDate> offDays, List<LocalDate> workDays) {

  public CalendarYear {
    offDays = List.copyOf(offDays);
    workDays = List.copyOf(workDays);
  }
}
