package org.fapiaosuite.gateway;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class StreamsTest {

  private static final String CLIENT = "127.0.2.13";

  @Inject EdgeServer edge;

  private RequestSpecification given() {
    return RestAssured.given().port(edge.port());
  }

  @Test
  void events_of_a_stream_arrive_when_they_happen() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      // Given a stream whose last event has not happened yet
      client.send(streamRequest().getBytes(StandardCharsets.US_ASCII));
      client.readUntil("data: first");

      // When
      given().get("/api/v1/bills/last").then().statusCode(204);

      // Then
      client.readUntil("data: last");
    }
  }

  @Test
  void who_goes_away_is_not_served_any_further() throws IOException {
    // Given
    int before = Integer.parseInt(given().get("/api/v1/bills/left").asString());

    // When
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(streamRequest().getBytes(StandardCharsets.US_ASCII));
      client.readUntil("data: first");
    }

    // Then the service hears of it, though its stream has not ended
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Integer.parseInt(given().get("/api/v1/bills/left").asString()) > before);
  }

  private static String streamRequest() {
    String line = "GET /api/v1/applications/1/progress/stream HTTP/1.1";
    return String.join("\r\n", line, "Host: g", "Connection: close", "", "");
  }
}
