package org.fapiaosuite.testkit.answers;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/**
 * Dead letters, which every service shows to staff in the same way, and by their example what every
 * operation can answer. A module's SharedAnswersTest is a QuarkusTest and extends this.
 */
public abstract class SharedAnswers {
  private static final String LETTERS = "/api/v1/dead-letters";
  private static final String REASON = "{\"reason\":\"Test order, refunded by hand\"}";

  /** Above the 64 KiB that a body may have. */
  private static final int TOO_LARGE = 70_000;

  private final UUID lead = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Test
  void a_dead_letter_is_discarded_by_two() throws SQLException {
    String letter = deadLetter();

    as(lead).get(letter).then().statusCode(200).body("state", equalTo("DEAD"));
    as(lead).body("{}").delete(letter).then().statusCode(422);
    problem(as(lead).post(letter + "/discard-approval"), 409, "discard-not-asked");
    as(lead).body(REASON).delete(letter).then().statusCode(200);
    problem(as(lead).post(letter + "/discard-approval"), 403, "four-eyes");
    as(other)
        .post(letter + "/discard-approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("DISCARDED"));
    problem(as(lead).post(letter + "/redrive"), 409, "dead-letter-discarded");
  }

  @Test
  void a_dead_letter_is_handled_again() throws SQLException {
    String letter = deadLetter();

    as(lead).post(letter + "/redrive").then().statusCode(200).body("state", equalTo("PARKED"));
  }

  @Test
  void an_unknown_dead_letter_is_absent() {
    String unknown = LETTERS + "/0";

    problem(as(lead).get(unknown), 404, "not-found");
    problem(as(lead).body(REASON).delete(unknown), 404, "not-found");
    problem(as(lead).post(unknown + "/discard-approval"), 404, "not-found");
    problem(as(lead).post(unknown + "/redrive"), 404, "not-found");
  }

  @Test
  void what_cannot_be_written_or_read_is_said_to_be() {
    problem(as(lead).accept("text/csv").get(LETTERS), 406, "not-acceptable");
    problem(
        as(lead).contentType(ContentType.TEXT).body("why").delete(LETTERS + "/0"),
        415,
        "unsupported-media-type");
    problem(
        as(lead).body("{\"reason\":\"" + "x".repeat(TOO_LARGE) + "\"}").delete(LETTERS + "/0"),
        413,
        "too-large");
  }

  @Test
  void a_body_that_is_damaged_on_the_way_is_answered_before_the_close() throws IOException {
    String sent =
        String.join(
            "\r\n",
            "DELETE " + LETTERS + "/0 HTTP/1.1",
            "Host: x",
            "Authorization: Bearer " + token(lead),
            "Accept-Language: en",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "",
            "2",
            "{}",
            "ZZ",
            "");
    String answer;
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.getOutputStream().write(sent.getBytes(UTF_8));
      answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("urn:fapiaosuite:problem:unreadable"), answer);
  }

  @Test
  void who_asks_to_change_to_http_2_without_tls_is_answered_in_http_1_1() throws Exception {
    HttpRequest asking =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + LETTERS))
            .version(HttpClient.Version.HTTP_2)
            .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(asking, HttpResponse.BodyHandlers.ofString());

    assertEquals(401, answer.statusCode());
    assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
  }

  @Test
  void a_table_that_is_busy_for_long_is_told_as_passing() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE dead_letter IN ACCESS EXCLUSIVE MODE");

      problem(as(lead).get(LETTERS), 503, "unavailable");
    }
    as(lead).get(LETTERS).then().statusCode(200);
  }

  @Test
  void a_table_that_is_missing_is_told_without_its_name() throws SQLException {
    change("ALTER TABLE dead_letter RENAME TO dead_letter_elsewhere");
    Response answer;
    try {
      answer = as(lead).get(LETTERS);
    } finally {
      change("ALTER TABLE dead_letter_elsewhere RENAME TO dead_letter");
    }

    problem(answer, 500, "internal");
    answer.then().body("detail", matchesPattern("(?s)(?!.*dead_letter).*"));
  }

  /** The path of an event that could not be handled, of a consumer that is no more. */
  private static String deadLetter() throws SQLException {
    String event = UUID.randomUUID().toString();
    change(
        """
        INSERT INTO dead_letter (consumer, event_id, type, source, topic, kafka_partition,
          kafka_offset, state, attempts, error, first_seen_at)
        VALUES ('none', '%s', 'none.v1', '/none', 'none', 0, 0, 'DEAD', 3, 'java.lang.Error', now())
        """
            .formatted(event));
    return LETTERS
        + "/"
        + Database.query("SELECT id FROM dead_letter WHERE event_id = '" + event + "'");
  }

  private static void change(String sql) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The {@code kid} of access tokens here. */
  protected String keyId() {
    return "account-service";
  }

  private String token(UUID who) {
    Map<String, Object> claims = TestTokens.claims();
    claims.put("sub", who.toString());
    claims.put("groups", List.of("LEAD"));
    claims.put("epoch", 0);
    return TestTokens.signed(Map.of("alg", "ES256", "typ", "at+jwt", "kid", keyId()), claims);
  }

  private RequestSpecification as(UUID who) {
    return given()
        .auth()
        .oauth2(token(who))
        .contentType(ContentType.JSON)
        .header("Accept-Language", "en");
  }

  private static void problem(Response answer, int status, String slug) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:fapiaosuite:problem:" + slug))
        .body("traceId", notNullValue());
  }
}
