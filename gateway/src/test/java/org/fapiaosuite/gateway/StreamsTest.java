package org.fapiaosuite.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
  void eventsOfAStreamArriveWhenTheyHappen() throws IOException {
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      long start = System.nanoTime();
      client.send(streamRequest().getBytes(StandardCharsets.US_ASCII));

      String first = client.readUntil("data: first");

      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertTrue(millis < 1000, "the first event came after " + millis + " ms");
      assertFalse(first.contains("last"));
      client.readUntil("data: last");
    }
  }

  @Test
  void whoGoesAwayIsNotServedAnyFurther() throws IOException {
    int before = Integer.parseInt(given().get("/api/v1/bills/left").asString());
    try (RawClient client = new RawClient(edge.port(), CLIENT)) {
      client.send(streamRequest().getBytes(StandardCharsets.US_ASCII));
      client.readUntil("data: first");
    }

    await()
        .atMost(Duration.ofMillis(1_200))
        .until(() -> Integer.parseInt(given().get("/api/v1/bills/left").asString()) > before);
  }

  private static String streamRequest() {
    String line = "GET /api/v1/applications/1/progress/stream HTTP/1.1";
    return String.join("\r\n", line, "Host: g", "Connection: close", "", "");
  }
}
