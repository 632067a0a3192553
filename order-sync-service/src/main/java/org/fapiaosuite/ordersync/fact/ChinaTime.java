package org.fapiaosuite.ordersync.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business days are days in China: UTC+8 the whole year. */
public final class ChinaTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** The calendar day on which the platform books what happened then. */
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The first instant of a day. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
