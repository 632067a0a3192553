package org.fapiaosuite.fapiao.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When the service centre works: the same hours on each working day.
 *
 * @param begins time of day in China
 * @param ends time of day in China, later than the beginning
 */
public record WorkingHours(WorkingDays days, LocalTime begins, LocalTime ends) {

  /** The moment at which so much working time has passed. */
  public Instant after(Instant moment, Duration work) {
    ZonedDateTime at = inHours(moment.atZone(Promise.CHINA));
    Duration left = work;
    Duration today = Duration.between(at.toLocalTime(), ends);
    while (left.compareTo(today) > 0) {
      left = left.minus(today);
      at = inHours(at.with(ends));
      today = Duration.between(begins, ends);
    }
    return at.plus(left).toInstant();
  }

  /** The moment itself, or else when work begins next. */
  private ZonedDateTime inHours(ZonedDateTime moment) {
    ZonedDateTime at = moment;
    if (!at.toLocalTime().isBefore(ends)) {
      at = at.plusDays(1).with(begins);
    }
    while (!days.isWorked(at.toLocalDate())) {
      at = at.plusDays(1).with(begins);
    }
    return at.toLocalTime().isBefore(begins) ? at.with(begins) : at;
  }
}
