package org.fapiaosuite.gateway.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import org.fapiaosuite.gateway.RawAnswer;
import org.fapiaosuite.gateway.RawClient;
import org.fapiaosuite.gateway.trace.TraceParent;
import org.fapiaosuite.gateway.visit.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway built on a machine without npm. */
class WithoutPortalTest {

  private static final String CLIENT = "127.0.4.2";

  private final Vertx vertx = Vertx.vertx();
  private final Pages pages = new Pages(() -> "no/such/folder");

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/register", "/assets/app.js"})
  void there_is_a_problem_and_no_page(String path) throws IOException {
    // Given
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> pages.answer(new Visit(request, TraceParent.of(null), CLIENT)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    // When
    RawAnswer answer = RawClient.get(server.actualPort(), CLIENT, path, "Accept: text/html");

    // Then
    assertEquals(404, answer.status());
    assertTrue(answer.body().contains("urn:fapiaosuite:problem:not-found"), answer.body());
  }
}
