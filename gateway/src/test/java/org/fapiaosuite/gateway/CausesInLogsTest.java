package org.fapiaosuite.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a service gave no answer, for whoever reads the log. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class CausesInLogsTest {

  private static final String CLIENT = "127.0.4.4";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject EdgeServer edge;

  @RegisterExtension final HeardLog log = new HeardLog();

  /** Held here, since a logger that nobody holds may forget its level. */
  private final Logger forwarding = Logger.getLogger("org.fapiaosuite.gateway.forwarding");

  @BeforeEach
  void listenClosely() {
    forwarding.setLevel(Level.FINE);
  }

  @AfterEach
  void listenAsBefore() {
    forwarding.setLevel(null);
  }

  @Test
  void the_failures_class_is_told_and_not_its_text() throws IOException {
    // When
    RawClient.get(edge.port(), CLIENT, "/api/v1/bills/drop");

    // Then
    List<String> told = log.with("not answered");
    assertEquals(1, told.size(), log.text());
    assertTrue(
        told.get(0)
            .matches(
                "(?s).*service=fapiao problem=bad-gateway cause=[\\w.$]+Exception traceId=[0-9a-f]{32}\\s*"),
        told.get(0));
  }

  @Test
  void a_caller_who_left_is_no_failure_of_the_service() {
    // When
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              leaveBeforeTheAnswer();
              return !log.with("caller left service=fapiao").isEmpty();
            });

    // Then
    assertEquals(List.of(), log.with("not answered"));
  }

  private void leaveBeforeTheAnswer() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(
          "POST /api/v1/bills/hang HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0\r\n\r\n"
              .getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
