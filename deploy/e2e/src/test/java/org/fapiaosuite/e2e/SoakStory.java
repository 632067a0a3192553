package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The small sister of {@code deploy/bench/soak/run}: what a service holds stays level. A
 * descriptor, thread, connection or row left behind by every request would be several times what is
 * allowed.
 */
class SoakStory {
  private static final Suite suite = Suite.shared();
  private static final int REQUESTS = Integer.getInteger("e2e.requests", 1_600);
  private static final int ORDERS = Integer.getInteger("e2e.orders", 100);

  @Test
  void what_every_service_holds_stays_level_while_it_works()
      throws IOException, InterruptedException {
    assumeTrue(Boolean.getBoolean("e2e.soak"), "skipped: asked for with -De2e.soak=true");

    // When
    Process soak =
        new ProcessBuilder(
                Suite.projectRoot().resolve("deploy/bench/soak/run").toString(),
                String.valueOf(REQUESTS),
                String.valueOf(ORDERS),
                suite.file().toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    System.out.println(told);
    assertEquals(0, soak.waitFor(), told);
    for (String service : Nemesis.SERVICES) {
      assertTrue(told.contains(service), service + " was looked at");
    }
    assertTrue(told.lines().anyMatch("level"::equals), told);
  }
}
