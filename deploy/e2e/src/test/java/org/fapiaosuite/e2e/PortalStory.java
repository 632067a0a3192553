package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a person does in the pages, in a real browser: runs the stories beside the portal's sources
 * on this suite. Without npm, a browser or the packaged portal it says so and is skipped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalStory {
  /** The marks of stories that others must not run beside. */
  private static final String ALONE = "@short-tokens|@outage";

  private static final Suite suite = Suite.shared();
  private static final PortalPages pages = new PortalPages(suite);

  @BeforeAll
  static void all_it_takes_is_here() {
    pages.assumeTheyCanBeSeen();
  }

  @Test
  @Order(1)
  void every_story_of_the_pages_ends_well() throws Exception {
    int exit = pages.test("--grep-invert", ALONE);

    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  @Test
  @Order(2) // restarts services, which the stories above shall not wait for
  void the_pages_outlive_access_tokens_of_twenty_seconds_and_a_service_that_dies()
      throws Exception {
    // Given
    Path config = suite.config("account");
    String usual = Files.readString(config);

    // When
    int exit;
    try {
      Files.writeString(config, usual + "fapiao.account.sessions.access-token=PT20S\n");
      restartAccount();
      exit = pages.test("--grep", ALONE, "--workers", "1");
    } finally {
      Files.writeString(config, usual);
      restartAccount();
    }

    // Then
    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  private static void restartAccount() {
    new Nemesis(suite, 0).kill("account");
    await("account serves")
        .atMost(Customer.PATIENCE)
        .ignoreExceptions()
        .until(() -> suite.service("account").get("/q/health/ready").status() == 200);
  }
}
