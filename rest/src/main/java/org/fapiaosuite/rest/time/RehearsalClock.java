package org.fapiaosuite.rest.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jboss.logging.Logger;

/** Ahead of another clock by what a file says, which is looked at five times a second at most. */
final class RehearsalClock extends Clock {
  private static final Logger LOG = Logger.getLogger(RehearsalClock.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Path file;
  private final Clock machine;
  private volatile Look last;

  RehearsalClock(Path file, Clock machine) {
    this.file = file;
    this.machine = machine;
    this.last = new Look(System.nanoTime(), read(Duration.ZERO));
  }

  private record Look(long at, Duration ahead) {}

  @Override
  public Instant instant() {
    Look look = last;
    long now = System.nanoTime();
    if (now - look.at() >= LOOK_EVERY.toNanos()) {
      look = new Look(now, read(look.ahead()));
      last = look;
    }
    return machine.instant().plus(look.ahead());
  }

  /** What the file says; what it said before when it cannot be read. */
  private Duration read(Duration before) {
    try {
      return told(before, Duration.parse(Files.readString(file).strip()));
    } catch (NoSuchFileException e) {
      return told(before, Duration.ZERO);
    } catch (IOException | DateTimeParseException e) {
      LOG.warnf("%s tells no duration, the clock stays %s ahead", file, before);
      return before;
    }
  }

  private static Duration told(Duration before, Duration now) {
    if (!now.equals(before)) {
      LOG.infof("the clock is %s ahead", now);
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new RehearsalClock(file, machine.withZone(zone));
  }
}
