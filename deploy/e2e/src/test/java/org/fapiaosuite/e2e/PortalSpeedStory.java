package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How fast the bills are on the screen, and whether they move while they are read. Only under
 * {@code -De2e.timed=true}, when the machine has nothing else to do.
 */
class PortalSpeedStory {
  private static final boolean TIMED = Boolean.getBoolean("e2e.timed");

  @BeforeAll
  static void it_was_asked_for() {
    assumeTrue(TIMED, "skipped: -De2e.timed=true compares times with bounds");
  }

  @Test
  void the_bills_are_painted_in_time_and_do_not_move() throws Exception {
    // Given
    PortalPages pages = new PortalPages(Suite.shared());
    pages.assumeTheyCanBeSeen();

    // When
    int exit = pages.test("--config", "e2e/speed.config.ts");

    // Then
    assertEquals(0, exit, "a page is over its budget, see the output above");
  }
}
