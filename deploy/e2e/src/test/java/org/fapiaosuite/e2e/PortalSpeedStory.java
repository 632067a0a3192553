package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How fast the bills are on the screen, and whether they move while they are read. Only under
 * {@code -De2e.speed=true}, when the machine has nothing else to do.
 */
class PortalSpeedStory {
  private static final boolean ASKED_FOR = Boolean.getBoolean("e2e.speed");

  @BeforeAll
  static void it_was_asked_for() {
    assumeTrue(ASKED_FOR, "skipped: -De2e.speed=true compares the pages with their budget");
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
