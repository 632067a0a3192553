package org.fapiaosuite.fapiao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which days are worked in mainland China: Monday to Friday without the listed days off, and the
 * listed make-up days at weekends. A year without a notice of the State Council falls back to
 * Monday to Friday. Days at a year's edge may stand in the next year's notice, so all of them
 * count.
 */
public final class WorkingDays {

  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> madeUp = new HashSet<>();
  private final Set<Integer> years = new HashSet<>();

  public WorkingDays(Collection<CalendarYear> notices) {
    for (CalendarYear notice : notices) {
      if (notice.offDays().stream().anyMatch(day -> day.getYear() == notice.year())) {
        years.add(notice.year());
      }
      off.addAll(notice.offDays());
      madeUp.addAll(notice.workDays());
    }
  }

  public boolean isWorked(LocalDate day) {
    if (madeUp.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !off.contains(day);
  }

  /**
   * True when the notice for the day's year is known. One without a single day off is none, since
   * every year has holidays.
   */
  public boolean isKnown(LocalDate day) {
    return years.contains(day.getYear());
  }

  /** The n-th working day after a day, which itself may be worked or not and does not count. */
  public LocalDate after(LocalDate day, int workingDays) {
    LocalDate current = day;
    int left = workingDays;
    while (left > 0) {
      current = current.plusDays(1);
      if (isWorked(current)) {
        left--;
      }
    }
    return current;
  }
}
