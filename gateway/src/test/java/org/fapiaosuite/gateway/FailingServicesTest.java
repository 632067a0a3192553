package org.fapiaosuite.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class FailingServicesTest {

  private static final String CLIENT = "127.0.2.12";

  @Inject EdgeServer edge;

  private RequestSpecification given() {
    return RestAssured.given().port(edge.port());
  }

  @Test
  void a_service_that_hangs_is_a_gateway_timeout() {
    given()
        .post("/api/v1/bills/hang")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", equalTo("urn:fapiaosuite:problem:gateway-timeout"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void a_service_that_breaks_off_is_a_bad_gateway() {
    given()
        .post("/api/v1/bills/drop")
        .then()
        .statusCode(502)
        .header("Retry-After", "2")
        .body("type", equalTo("urn:fapiaosuite:problem:bad-gateway"));
  }

  @Test
  void an_answer_cut_off_in_the_middle_is_cut_off_here_too() throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/api/v1/bills/half");

    assertEquals(200, answer.status());
    assertEquals("100", answer.header("Content-Length"));
    assertEquals("half", answer.body());
  }

  @Test
  void a_service_that_is_away_is_unavailable_in_the_callers_language() {
    given()
        .header("Accept-Language", "de-AT, en;q=0.5")
        .post("/api/v1/notifications")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .header("Content-Language", "de")
        .header("Vary", "Accept-Language")
        .body("title", equalTo("Vorübergehend nicht verfügbar"));
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "POST,once"})
  void a_request_is_tried_once_more_when_the_connection_is_refused(String method, String body)
      throws Exception {
    URI away =
        ConfigProvider.getConfig().getValue("fapiao.gateway.upstreams.notification", URI.class);
    String request =
        "%s /api/v1/notifications HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(method, body.length(), body);
    // a busy machine may let the service come too late even for the second try
    RawAnswer answer = new RawAnswer(503, List.of(), "");
    for (int round = 0; round < 20 && answer.status() == 503; round++) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> answerOnce(away.getPort(), body),
              CompletableFuture.delayedExecutor(25, TimeUnit.MILLISECONDS));
      answer = RawClient.ask(edge.port(), CLIENT, request);
      served.get(30, TimeUnit.SECONDS);
    }

    assertEquals(200, answer.status());
    assertEquals("late " + body, answer.body());
  }

  private static Socket accept(ServerSocket server) throws IOException {
    server.setSoTimeout(2_000);
    return server.accept();
  }

  /** Answers one request with "late " and the body it was given. */
  private static void answerOnce(int port, String body) {
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        Socket socket = accept(server)) {
      StringBuilder seen = new StringBuilder();
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        seen.append((char) next);
        if (seen.toString().contains("\r\n\r\n" + body)) {
          break;
        }
      }
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\nlate %s"
              .formatted(5 + body.length(), seen.substring(seen.indexOf("\r\n\r\n") + 4));
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (SocketTimeoutException nobodyCame) {
      // the next round tries again
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
