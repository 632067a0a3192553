package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a caller sends through the gateway, they are told what is wrong with it. */
class BadInputStory {
  private static final Suite suite = Suite.shared();
  private static final String ABSENT = "01890000-0000-7000-8000-000000000000";
  private static final List<String> POSTS =
      List.of(
          "/api/v1/registrations",
          "/api/v1/activations",
          "/api/v1/activations/resend",
          "/api/v1/sessions",
          "/api/v1/password-resets",
          "/api/v1/applications",
          "/api/v1/service-centre/applications/" + ABSENT + "/issue",
          "/api/v1/service-centre/applications/" + ABSENT + "/mail-out");
  private static final Map<String, String> BODIES =
      Map.of(
          "empty", "",
          "null", "null",
          "array", "[]",
          "truncated", "{\"email\":\"a",
          "trailing", "{} {}",
          "unknown field", "{\"ownerId\":\"x\"}",
          "NUL", "{\"email\":\"a\\u0000@b.example\",\"token\":\"\\u0000\"}",
          "lone surrogate", "{\"email\":\"\\ud800@b.example\"}",
          "deep", "[".repeat(10_000),
          "too large", "{\"email\":\"" + "x".repeat(70_000) + "\"}");

  static Stream<Arguments> badBodies() {
    return POSTS.stream()
        .flatMap(path -> BODIES.keySet().stream().map(name -> Arguments.of(path, name)));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void a_bad_body_is_a_problem(String path, String name) {
    Http.Answer answer = clerk().post(path, BODIES.get(name));
    assertProblem(answer, 400, 499);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void the_wrong_content_type_is_a_problem(String path) {
    assertProblem(clerk().with("Content-Type", "text/plain").post(path, "{}"), 415, 415);
  }

  static List<String> posts() {
    return POSTS;
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void an_unknown_id_is_a_problem(String path) {
    assertProblem(clerk().get(path), 400, 404);
  }

  static List<String> unknown() {
    return List.of(
        "/api/v1/bills/" + ABSENT,
        "/api/v1/bills/x",
        "/api/v1/applications/" + ABSENT,
        "/api/v1/applications/..%2f..%2fetc",
        "/api/v1/fapiaos/" + ABSENT,
        "/api/v1/orders/" + "9".repeat(4000),
        "/api/v1/orders/%00",
        "/api/v1/nowhere",
        "/internal/secrets",
        "/q/metrics/../../internal/secrets");
  }

  private static Http clerk() {
    return Holder.CLERK;
  }

  /** Signed in once, when first needed. */
  private static final class Holder {
    static final Http CLERK = ServiceCentre.signedIn(suite, "CLERK").api();
  }

  private static void assertProblem(Http.Answer answer, int from, int to) {
    assertTrue(
        answer.status() >= from && answer.status() <= to, answer.status() + " " + answer.text());
    assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
    assertTrue(
        answer.json().path("type").asText().startsWith("urn:fapiaosuite:problem:"), answer.text());
    assertEquals(answer.status(), answer.json().path("status").asInt());
    assertFalse(answer.json().path("traceId").asText().isEmpty(), answer.text());
    assertFalse(answer.text().contains("Exception"), answer.text());
  }
}
