package org.fapiaosuite.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class HostileRequestsTest {

  private static final String CLIENT = "127.0.1.1";

  @Inject EdgeServer edge;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/bills;x=1",
        "/api/v1/bills%3bx",
        "/api/v1/bills%3Bx",
        "/api/v1/bills%2fx",
        "/api/v1/bills%2Fx",
        "/api/v1/bills%5cx",
        "/api/v1/bills\\x",
        "/api/v1//bills",
        "//api/v1/bills",
        "/api/v1/../q/metrics",
        "/api/v1/bills/..",
        "/api/v1/./bills",
        "/api/v1/%2e%2e/q/metrics",
        "/api/v1/.%2E/q/metrics",
        "/api/v1/bills/%2e",
        "/api/v1/bills/%00",
        "/api/v1/bills/%0d%0aX-Evil:1",
        "/api/v1/bills/%7f",
        "/api/v1/bills/%c0%af",
        "/api/v1/bills/%ed%a0%80",
        "/api/v1/bills/%zz",
        "/api/v1/bills/%4",
        "/api/v1/bills/%",
        "/api/v1/bills/a|b",
        "/api/v1/bills/{id}",
        "/api/v1/bills/\"",
        "/api/v1/bills#fragment",
        "/api/v1/bills\u0001",
        "/api/v1/bills\u0000",
        "/api/v1/bills\u00e4",
        "/api/v1/bills\u00ff\u00fe",
        "/api/v1/bills?x=%00",
        "/api/v1/bills?x=%",
        "/api/v1/bills?x=\u0007",
        "/api/v1/bills?x=%c3%28",
        "http://elsewhere/api/v1/bills",
        "*",
        "api/v1/bills"
      })
  void an_ambiguous_target_is_refused_with_a_problem(String target) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, target);

    assertEquals(400, answer.status());
    assertProblem(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders/E%E4%B8%AD",
        "/api/v1/bills?q=%E4%B8%AD&cursor=a%2Fb",
        "/api/v1/bills/a%20b",
        "/api/v1/bills/a+b,c:d@e"
      })
  void a_plain_target_arrives_as_it_was_written(String target) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, target);

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("\"uri\":\"" + target + "\""), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: -1",
        "Content-Length: 3x",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Host: two",
        "Authorization: a\r\nAuthorization: b",
        "Content-Type: application/json\r\nContent-Type: text/plain",
        "X-Nul: a\u0000b",
        "No colon"
      })
  void contradictory_headers_are_refused_and_the_connection_ends(String headers)
      throws IOException {
    String request =
        "POST /api/v1/bills HTTP/1.1\r\nHost: gateway\r\n"
            + headers
            + "\r\n\r\n0\r\n\r\nGET /api HTTP/1.1\r\nHost: gateway\r\n\r\n";

    RawAnswer answer = RawClient.ask(edge.port(), CLIENT, request);

    assertEquals(400, answer.status());
    assertProblem(answer);
    assertFalse(answer.body().contains("openapi"), "the smuggled request was answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "X"})
  void a_method_that_is_not_ours_is_refused(String method) throws IOException {
    RawAnswer answer =
        RawClient.ask(
            edge.port(),
            CLIENT,
            method + " /api/v1/bills HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");

    assertEquals(405, answer.status());
    assertEquals("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS", answer.header("Allow"));
    assertProblem(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET /\r\n\r\n", "\u0016\u0003\u0001\u0002\r\n\r\n"})
  void what_is_not_http_is_refused_with_a_problem_too(String bytes) throws IOException {
    RawAnswer answer = RawClient.ask(edge.port(), CLIENT, bytes);

    assertEquals(400, answer.status());
    assertProblem(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000000x\r\n\r\n",
        "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000000\r\nNo colon\r\n\r\n",
        "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000000\r\nX-Nul: a\u0000b\r\n\r\n",
        "POST /api/v1/titles HTTP/9.9\r\nHost: gateway\r\nContent-Length: 1000000\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
      })
  void what_is_malformed_is_answered_before_the_close_however_much_follows(String bytes)
      throws IOException {
    RawAnswer answer = RawClient.ask(edge.port(), CLIENT, bytes + "x".repeat(1_000_000));

    assertEquals(400, answer.status());
    assertProblem(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ZZ\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\nZZ\r\n", "2\r\n{}XX\r\n0\r\n\r\n", "-1\r\n"})
  void a_body_whose_chunks_are_damaged_is_answered_before_the_close(String chunks)
      throws IOException {
    RawAnswer answer =
        RawClient.ask(
            edge.port(),
            CLIENT,
            "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunks);

    assertEquals(400, answer.status());
    assertProblem(answer);
  }

  @Test
  void a_line_without_end_is_refused() throws IOException {
    RawAnswer answer = RawClient.ask(edge.port(), CLIENT, "x".repeat(1_000_000));

    assertEquals(414, answer.status());
    assertProblem(answer);
  }

  @Test
  void what_is_malformed_after_a_good_request_is_answered_too() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send("GET /api HTTP/1.1\r\nHost: gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.readUntil("\"order-sync\"");
      client.send("GARBAGE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      client.readUntil("HTTP/1.1 400 Bad Request");
      client.readUntil("urn:fapiaosuite:problem:unreadable");
    }
  }

  @Test
  void an_address_or_headers_too_long_are_refused() throws IOException {
    RawAnswer line = RawClient.get(edge.port(), CLIENT, "/api/v1/bills?x=" + "y".repeat(5000));
    RawAnswer headers =
        RawClient.get(edge.port(), CLIENT, "/api/v1/bills", "X-Long: " + "y".repeat(9000));

    assertEquals(414, line.status());
    assertProblem(line);
    assertEquals(431, headers.status());
    assertProblem(headers);
  }

  @Test
  void a_compressed_body_is_refused() throws IOException {
    RawAnswer answer =
        RawClient.ask(
            edge.port(),
            CLIENT,
            "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nContent-Encoding: gzip\r\n"
                + "Content-Length: 3\r\n\r\nabc");

    assertEquals(415, answer.status());
    assertProblem(answer);
  }

  @Test
  void only_the_usual_expectation_is_met() throws IOException {
    String request =
        "POST /api/v1/titles HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
            + "Content-Length: 2\r\nExpect: ";

    RawAnswer other = RawClient.ask(edge.port(), CLIENT, request + "200-ok\r\n\r\n{}");

    assertEquals(417, other.status());
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send((request + "100-continue\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      client.readUntil("HTTP/1.1 100 Continue\r\n\r\n");
      client.send("{}".getBytes(StandardCharsets.US_ASCII));
      RawAnswer answer = client.read();
      assertEquals(200, answer.status());
      assertTrue(answer.body().contains("\"bytes\":2"), answer.body());
      assertFalse(answer.body().contains("expect"), answer.body());
    }
  }

  private static void assertProblem(RawAnswer answer) {
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertTrue(answer.body().contains("\"type\":\"urn:fapiaosuite:problem:"), answer.body());
    assertTrue(answer.body().contains("\"traceId\":\""), answer.body());
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        answer.header("Content-Security-Policy"));
  }
}
