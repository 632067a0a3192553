package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A false answer is caught, and a right one is not. */
class DescribedApiTest {
  private static final Path ORDERS = Path.of("src/test/resources/orders.yaml");
  @TempDir static Path folder;
  private static AnsweredStatuses answered;
  private static HttpServer server;
  private static DescribedApi api;

  @BeforeAll
  static void serve() throws IOException {
    answered = new AnsweredStatuses(folder.resolve("answered"));
    api = DescribedApi.in(ORDERS, answered);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = asked(exchange, "Body").getBytes(StandardCharsets.UTF_8);
          int status = Integer.parseInt(asked(exchange, "Status"));
          if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", asked(exchange, "Type"));
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "200|application/json|{\"number\":\"E1\",\"quantity\":2,\"paidAt\":\"2026-11-17T01:29:58Z\"}",
        "404|application/problem+json|{\"status\":404}",
      })
  void an_answer_as_described_passes(int status, String type, String body) {
    assertDoesNotThrow(() -> answering(status, type, body).get("/orders"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "200|application/json|{\"number\":1,\"quantity\":2}|response.body.schema.type",
        "200|application/json|{\"number\":\"E1\"}|response.body.schema.required",
        "200|application/json|{\"number\":\"E1\",\"quantity\":2,\"secret\":1}|additionalProperties",
        "200|application/json|{\"number\":\"E1\",\"quantity\":2,\"paidAt\":\"today\"}|format.date-time",
        "200|application/json|nonsense|response.body.schema.invalidJson",
        "200|text/html|<p>E1</p>|response.contentType.notAllowed",
        "404|application/json|{\"status\":404}|response.contentType.notAllowed",
        "404|application/problem+json|{\"status\":\"no\"}|response.body.schema.type",
        "409|application/problem+json|{\"status\":409}|response.status.unknown",
        "500|application/problem+json|{\"status\":500}|response.status.unknown",
      })
  void a_false_answer_is_caught(int status, String type, String body, String finding) {
    RequestSpecification request = answering(status, type, body);

    AssertionError caught = assertThrows(AssertionError.class, () -> request.get("/orders"));

    assertTrue(caught.toString().contains(finding), caught.toString());
  }

  @Test
  void what_is_not_described_must_not_be_there() {
    assertDoesNotThrow(() -> answering(404, "text/plain", "none").get("/bills"));
    assertDoesNotThrow(() -> answering(405, "text/plain", "none").delete("/orders"));
    assertThrows(AssertionError.class, () -> answering(200, "text/plain", "one").get("/bills"));
    assertThrows(AssertionError.class, () -> answering(204, "-", "").delete("/orders"));
  }

  @Test
  void a_request_that_is_not_described_must_be_refused() {
    String wrong = "{\"number\":\"E1\"}";
    String refusal = "{\"status\":422}";

    assertDoesNotThrow(
        () ->
            answering(422, "application/problem+json", refusal)
                .contentType("application/json")
                .body(wrong)
                .post("/orders"));
    assertThrows(
        AssertionError.class,
        () -> answering(204, "-", "").contentType("application/json").body(wrong).post("/orders"));
  }

  @Test
  void a_description_that_cannot_be_checked_is_refused() throws IOException {
    String nullable =
        Files.readString(ORDERS).replace("type: integer", "type: [integer, \"null\"]");
    Path document = Files.writeString(folder.resolve("orders.yaml"), nullable);

    assertThrows(RuntimeException.class, () -> DescribedApi.in(document, answered));
  }

  @Test
  void what_was_answered_is_remembered() throws IOException {
    answering(404, "application/problem+json", "{\"status\":404}").get("/orders");

    assertTrue(answered.read().contains("listOrders 404"));
  }

  private static String asked(HttpExchange exchange, String header) {
    return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(header));
  }

  private static RequestSpecification answering(int status, String type, String body) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1:" + server.getAddress().getPort())
        .header("Status", status)
        .header("Type", type)
        .header("Body", body)
        .filter(api);
  }
}
