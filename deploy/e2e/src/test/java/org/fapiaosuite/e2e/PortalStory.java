package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
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
  /** The mark of stories that others must not run beside. */
  private static final String ALONE = "@alone";

  private static final Suite suite = Suite.shared();
  private static final PortalPages pages = new PortalPages(suite);
  private static final Path config = suite.config("account");
  private static String usual = "";

  /** With access tokens so short that one ends in the middle of whatever is done in the pages. */
  @BeforeAll
  static void access_tokens_live_for_twenty_seconds() throws IOException {
    pages.assumeTheyCanBeSeen();
    usual = Files.readString(config);
    Files.writeString(config, usual + "fapiao.account.sessions.access-token=PT20S\n");
    restartAccount();
  }

  @AfterAll
  static void access_tokens_live_as_long_as_usual() throws IOException {
    if (!usual.isEmpty()) {
      Files.writeString(config, usual);
      restartAccount();
    }
  }

  @Test
  @Order(1)
  void every_story_of_the_pages_ends_well() throws Exception {
    int exit = pages.test("--grep-invert", ALONE);

    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  @Test
  @Order(2) // one ends a service, one tells all pages that nothing can be issued
  void what_every_page_notices_is_shown_alone() throws Exception {
    int exit = pages.test("--grep", ALONE, "--workers", "1");

    assertEquals(0, exit, "a story in the browser failed, see the output above");
  }

  private static void restartAccount() {
    new Nemesis(suite, 0).kill("account");
    await("account serves")
        .atMost(Customer.PATIENCE)
        .ignoreExceptions()
        .until(() -> suite.management("account").get("/q/health/ready").status() == 200);
  }
}
