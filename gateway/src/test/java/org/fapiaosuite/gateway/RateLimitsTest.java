package org.fapiaosuite.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RateLimitsTest {

  @Inject EdgeServer edge;

  @ParameterizedTest
  @CsvSource({
    "127.0.3.1,/api/v1/sessions,login,20,60",
    "127.0.3.2,/api/v1/registrations,registration,10,3600",
    "127.0.3.3,/api/v1/activations/resend,resend,20,3600",
    "127.0.3.4,/api/v1/password-resets,reset,20,3600",
    "127.0.3.5,/api/v1/account/orders,claim,5,3600",
    "127.0.3.6,/api/v1/token,exchange,60,60"
  })
  void one_address_may_do_this_so_often(
      String client, String path, String name, int allowed, int seconds) throws IOException {
    for (int i = 0; i < allowed; i++) {
      assertEquals(200, post(client, path).status());
    }

    RawAnswer refused = post(client, path);

    assertEquals(429, refused.status());
    int wait = Integer.parseInt(refused.header("Retry-After"));
    assertTrue(wait > 0 && wait <= seconds / allowed + 1, "Retry-After: " + wait);
    assertEquals("\"" + name + "\";r=0;t=" + wait, refused.header("RateLimit"));
    assertEquals(
        "\"" + name + "\";q=" + allowed + ";w=" + seconds, refused.header("RateLimit-Policy"));
    assertTrue(refused.body().contains("problem:too-many-requests"));
    assertEquals(200, post(client + "9", path).status(), "another address is not concerned");
    assertEquals(
        200, RawClient.get(edge.port(), client, path).status(), "reading is not concerned");
  }

  @Test
  void everything_else_may_burst_to_a_hundred() throws IOException {
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      RawAnswer answer = RawClient.get(edge.port(), "127.0.3.20", "/api/v1/bills");
      refused += answer.status() == 429 ? 1 : 0;
    }

    assertTrue(refused > 0, "nothing was refused");
    assertEquals(
        200,
        RawClient.get(edge.port(), "127.0.3.20", "/api/v1/bills", "Authorization: Bearer a")
            .status(),
        "whoever has a token is counted alone");
  }

  @Test
  void pushes_are_counted_by_platform_and_not_with_the_rest() throws IOException {
    for (int i = 0; i < 300; i++) {
      assertEquals(200, post("127.0.3.30", "/api/v1/platforms/simulator/events").status());
    }
  }

  @Test
  void one_address_may_hold_so_many_connections() throws IOException {
    List<RawClient> held = new ArrayList<>();
    try {
      for (int i = 0; i < 256; i++) {
        held.add(new RawClient(edge.port(), "127.0.3.40"));
      }
      held.get(255).send("GET /api/v1/bills HTTP/1.1\r\nHost: g\r\n\r\n".getBytes(UTF_8));
      held.get(255).readUntil("200 OK");

      assertFalse(isServed("127.0.3.40"));
      assertTrue(isServed("127.0.3.41"));
    } finally {
      for (RawClient client : held) {
        client.close();
      }
    }
    await().until(() -> isServed("127.0.3.40"));
  }

  private boolean isServed(String client) {
    try {
      return RawClient.get(edge.port(), client, "/api").status() == 200;
    } catch (IOException closed) {
      return false;
    }
  }

  private RawAnswer post(String client, String path) throws IOException {
    return RawClient.ask(
        edge.port(),
        client,
        "POST "
            + path
            + " HTTP/1.1\r\nHost: g\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
  }
}
