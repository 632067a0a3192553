package org.fapiaosuite.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.gateway.RawAnswer;
import org.fapiaosuite.gateway.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FarewellTest {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Vertx vertx = Vertx.vertx();
  private final Farewell farewell = new Farewell();

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void an_open_connection_ends_with_the_first_answer_after_the_farewell() throws Exception {
    // Given a connection that was used before
    int port =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(
                request -> {
                  farewell.tell(request);
                  request.response().end("answer");
                })
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS)
            .actualPort();
    try (RawClient client = new RawClient(port, "127.0.0.1")) {
      client.send(REQUEST);
      String before = client.readUntil("answer");

      // When
      farewell.say(new ShutdownDelayInitiatedEvent());
      client.send(REQUEST);
      RawAnswer last = client.read(); // until it is closed

      // Then
      assertFalse(before.toLowerCase(Locale.ROOT).contains("connection:"), before);
      assertEquals("close", last.header("connection"));
      assertEquals("answer", last.body());
    }
  }
}
