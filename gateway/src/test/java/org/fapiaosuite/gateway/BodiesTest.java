package org.fapiaosuite.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class BodiesTest {

  private static final String CLIENT = "127.0.2.11";

  @Inject EdgeServer edge;

  @ParameterizedTest
  @CsvSource({
    "/api/v1/titles,65536,200",
    "/api/v1/titles,65537,413",
    "/api/v1/platforms/simulator/events,262144,200",
    "/api/v1/platforms/simulator/events,262145,413",
    "/api/v1/platforms/simulator/events/batch,1048576,200",
    "/api/v1/platforms/simulator/events/batch,1048577,413",
    "/api/v1/support-cases/1/files,6291456,200",
    "/api/v1/support-cases/1/files,6291457,413",
    "/api/v1/support-cases/1/messages,65537,413",
    "/api/v1/service-centre/support-cases/1/files,6291456,200",
    "/api/v1/service-centre/support-cases/1/files/2,65537,413",
    "/nowhere,1,404"
  })
  void bodies_are_bounded_by_route_whether_announced_or_not(String path, int bytes, int status)
      throws IOException {
    String head = "POST " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n";
    String body = "x".repeat(bytes);

    RawAnswer announced =
        RawClient.ask(
            edge.port(), "127.0.2.2", head + "Content-Length: " + bytes + "\r\n\r\n" + body);
    assertEquals(status, announced.status());
    if (path.startsWith("/api")) {
      RawAnswer chunked =
          RawClient.ask(
              edge.port(),
              "127.0.2.3",
              head
                  + "Transfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(bytes)
                  + "\r\n"
                  + body
                  + "\r\n0\r\n\r\n");
      assertEquals(status, chunked.status());
      assertTrue(
          chunked.body().contains(status == 200 ? "\"bytes\":" + bytes : "problem:too-large"));
    }
  }

  @Test
  void an_endless_body_is_cut_off() throws IOException {
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    String head = "POST /api/v1/titles HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(head.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 10; i++) {
        client.send(chunk);
      }

      RawAnswer answer = client.read();

      assertEquals(413, answer.status());
      assertEquals("close", answer.header("Connection"));
    }
  }

  @Test
  void a_body_that_does_not_arrive_is_given_up() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(
          "POST /api/v1/titles HTTP/1.1\r\nHost: g\r\nContent-Length: 10\r\n\r\n123"
              .getBytes(StandardCharsets.US_ASCII));

      RawAnswer answer = client.read();

      assertEquals(408, answer.status());
      assertTrue(answer.body().contains("problem:request-timeout"));
    }
  }

  @Test
  void an_answer_that_comes_before_the_whole_body_passes() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(
          "POST /api/v1/bills/early HTTP/1.1\r\nHost: g\r\nContent-Length: 10\r\n\r\n123"
              .getBytes(StandardCharsets.US_ASCII));

      String answer = client.readUntil("early");

      assertTrue(answer.startsWith("HTTP/1.1 409 "), answer);
    }
  }
}
