package org.fapiaosuite.fapiao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.fapiao.problem.Violations;

/** Checks a holiday arrangement before promises are computed with it. */
final class CalendarYearRules {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_DAYS = 100;
  private static final int LONGEST_SOURCE = 300;

  private CalendarYearRules() {}

  /**
   * Refuses an arrangement that cannot be one.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with everything that is wrong
   */
  static void check(CalendarYear notice) {
    Violations violations = new Violations();
    if (notice.year() < FIRST_YEAR || notice.year() > LAST_YEAR) {
      violations.add(
          "year", "violation.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
    }
    if (!notice.source().matches("[^\\p{C}]{1," + LONGEST_SOURCE + "}")) {
      violations.add("source", "violation.source");
    }
    checkDays(notice, "offDays", notice.offDays(), violations);
    checkDays(notice, "workDays", notice.workDays(), violations);
    for (int i = 0; i < notice.workDays().size(); i++) {
      LocalDate day = notice.workDays().get(i);
      if (notice.offDays().contains(day)) {
        violations.add("workDays[" + i + "]", "violation.both-off-and-worked");
      } else if (!isWeekend(day)) {
        violations.add("workDays[" + i + "]", "violation.no-weekend");
      }
    }
    violations.throwIfAny();
  }

  /** A notice may also arrange the last days of December before its year. */
  private static void checkDays(
      CalendarYear notice, String field, List<LocalDate> days, Violations violations) {
    if (days.size() > MOST_DAYS) {
      violations.add(field, "violation.too-many", Integer.toString(MOST_DAYS));
      return;
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      boolean before = day.getYear() == notice.year() - 1 && day.getMonthValue() == 12;
      if ((day.getYear() != notice.year() && !before) || !seen.add(day)) {
        violations.add(field + "[" + i + "]", "violation.day", Integer.toString(notice.year()));
      }
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
