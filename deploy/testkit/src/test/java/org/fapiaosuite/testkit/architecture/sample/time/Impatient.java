package org.fapiaosuite.testkit.architecture.sample.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

/** Reads the machine's time in every way there is. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone", "unused"})
class Impatient {
  Object instant() {
    return Instant.now();
  }

  Object today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Object local() {
    return LocalDateTime.now();
  }

  Object offset() {
    return OffsetDateTime.now();
  }

  Object zoned() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  Object year() {
    return Year.now();
  }

  Object millis() {
    return System.currentTimeMillis();
  }

  Object date() {
    return new Date();
  }

  Object calendar() {
    return Calendar.getInstance();
  }

  Object ownClock() {
    return Clock.systemUTC();
  }

  Supplier<Instant> referred() {
    return Instant::now;
  }
}
