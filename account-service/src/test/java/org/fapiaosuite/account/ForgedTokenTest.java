package org.fapiaosuite.account;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that look as if, and service tokens where they do not belong. */
@QuarkusTest
class ForgedTokenTest {

  private static final String CLAIMS =
      "{\"iss\":\"fapiao-suite\",\"aud\":\"fapiao-suite\",\"sub\":"
          + "\"01a1f8da-7e57-7219-b5da-b13cf08613d7\",\"groups\":[\"ADMIN\"],\"epoch\":0,"
          + "\"iat\":1,\"exp\":9999999999}";

  @ParameterizedTest
  @MethodSource
  void forged_token_is_nobody(String header) {
    String kid = RestAssured.get("/.well-known/jwks.json").path("keys[0].kid");
    refused(token(header.replace("KID", kid), header.contains("none") ? "" : "AAAA"));
  }

  @ParameterizedTest
  @MethodSource
  void other_token_is_nobody(String token) {
    refused(token);
  }

  private static void refused(String token) {
    Story.as(token)
        .get("/api/v1/staff")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:fapiaosuite:problem:unauthenticated"));
    Story.as(token)
        .body(Map.of("kind", "ACTIVATION", "subjectId", "x"))
        .post("/internal/secrets")
        .then()
        .statusCode(401);
  }

  static Stream<String> forged_token_is_nobody() {
    return Stream.of(
        "{\"alg\":\"none\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"../../dev/null\"}",
        "{\"alg\":\"ES256\",\"kid\":\"' OR 1=1--\"}",
        "{\"alg\":\"ES256\",\"jku\":\"http://127.0.0.1:1/jwks\"}",
        "{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"}}",
        "{\"alg\":\"ES256\",\"crit\":[\"x\"],\"kid\":\"KID\"}",
        "{}",
        "[]",
        "x");
  }

  /** Well signed, but by somebody else, for somebody else, or nothing at all. */
  static Stream<String> other_token_is_nobody() {
    return Stream.of(
        "x",
        "a.b.c",
        "....",
        "x".repeat(4000),
        TestTokens.staff("ADMIN"),
        TestTokens.service("notification-service", "fapiao-service"),
        TestTokens.with(
            Map.of(
                "iss",
                "account-service",
                "aud",
                "account-service",
                "sub",
                "x",
                "groups",
                List.of("ADMIN"))));
  }

  @Test
  void service_is_nobodys_account() {
    String service = TestTokens.service("notification-service", "account-service");
    for (String path : List.of("/api/v1/account", "/api/v1/sessions", "/api/v1/staff")) {
      Story.as(service).get(path).then().statusCode(403);
    }
  }

  @Test
  void customer_is_no_service() {
    String token = Story.accessToken(Story.activeCustomer("simulator:curious"));
    Story.as(token)
        .body(Map.of("kind", "CLAIM_CODE", "subjectId", "E1"))
        .post("/internal/secrets")
        .then()
        .statusCode(403);
  }

  @Test
  void unknown_subject_is_not_known_yet() {
    for (String kind :
        List.of("ACTIVATION", "CLAIM_APPROVAL", "TEMPORARY_PASSWORD", "EMAIL_CHANGE")) {
      Story.mint(kind, "01a1f8da-7e57-7219-b5da-b13cf08613d7").then().statusCode(404);
      Story.mint(kind, "x").then().statusCode(404);
    }
    Story.mint("CLAIM_CODE", "E-unknown").then().statusCode(404);
    Story.mint("PICKUP_CODE", "x").then().statusCode(422);
  }

  @Test
  void stale_token_on_an_open_endpoint_does_not_matter() {
    Response contact = Story.as("x").get("/api/v1/contact");
    contact.then().statusCode(200);
    Story.as(TestTokens.staff("ADMIN"))
        .body(Map.of("email", Story.mailbox("nobody"), "password", "x"))
        .post("/api/v1/sessions")
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:fapiaosuite:problem:credentials-refused"));
    Story.as("x")
        .cookie("__Host-rt", "x")
        .delete("/api/v1/sessions/current")
        .then()
        .statusCode(204);
  }

  private static String token(String header, String signature) {
    return encoded(header) + "." + encoded(CLAIMS) + "." + signature;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
