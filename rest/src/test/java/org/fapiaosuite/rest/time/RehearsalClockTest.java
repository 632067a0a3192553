package org.fapiaosuite.rest.time;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is moved while it runs, and only where nobody's Fapiao depends on it. */
class RehearsalClockTest {
  private static final Instant NOW = Instant.parse("2026-12-30T04:00:00Z");

  @TempDir Path folder;
  private Path file = Path.of("");
  private Clock clock = Clock.systemUTC();

  @BeforeEach
  void a_clock_on_a_file_that_is_not_there() {
    file = folder.resolve("ahead");
    clock = new RehearsalClock(file, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void it_is_ahead_by_what_the_file_says_and_by_nothing_without_one() throws IOException {
    assertEquals(NOW, clock.instant());

    Files.writeString(file, "P3DT2H\n");
    await().until(() -> clock.instant().equals(Instant.parse("2027-01-02T06:00:00Z")));

    Files.delete(file);
    await().until(() -> clock.instant().equals(NOW));
  }

  @Test
  void what_is_no_duration_leaves_it_where_it_was() throws IOException {
    Files.writeString(file, "P1D");
    await().until(() -> clock.instant().equals(NOW.plusSeconds(86_400)));

    Files.writeString(file, "tomorrow");
    Clock anew = new RehearsalClock(file, Clock.fixed(NOW, ZoneOffset.UTC));

    assertEquals(NOW, anew.instant());
    await().during(java.time.Duration.ofMillis(300)).until(() -> clock.instant().isAfter(NOW));
  }

  @Test
  void it_is_refused_outside_of_the_local_profile() {
    SystemClock moved = new SystemClock(() -> Optional.of(file));
    SystemClock usual = new SystemClock(Optional::empty);

    assertTrue(moved.refuses(List.of("prod")));
    assertFalse(moved.refuses(List.of("local")));
    assertFalse(usual.refuses(List.of("prod")));
  }
}
