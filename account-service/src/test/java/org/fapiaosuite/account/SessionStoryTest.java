package org.fapiaosuite.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in, staying signed in, signing out. */
@QuarkusTest
class SessionStoryTest {

  private static final String COOKIE = "__Host-rt";

  @Inject TestClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void token_says_who_and_for_whom_and_the_cookie_is_out_of_reach() {
    // Given
    String email = Story.activeCustomer("simulator:token");

    // When
    Response answer = Story.signIn(email, Story.PASSWORD);

    // Then
    answer
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", equalTo(300))
        .body("scope", equalTo("customer"));
    String[] parts = answer.<String>path("accessToken").split("\\.");
    JsonPath header = decoded(parts[0]);
    JsonPath claims = decoded(parts[1]);
    assertEquals("at+jwt", header.getString("typ"));
    assertEquals("ES256", header.getString("alg"));
    assertEquals("fapiao-suite", claims.getString("iss"));
    assertEquals("fapiao-suite", claims.getString("aud"));
    assertEquals(List.of("CUSTOMER"), claims.getList("groups"));
    assertEquals(List.of("simulator:token"), claims.getList("customerIds"));
    assertEquals(0, claims.getInt("epoch"));
    assertEquals(300, claims.getLong("exp") - claims.getLong("iat"));
    Story.from(Story.anywhere())
        .get("/.well-known/jwks.json")
        .then()
        .statusCode(200)
        .body("keys.kid", hasItem(header.getString("kid")))
        .body("keys[0].crv", equalTo("P-256"))
        .body("keys[0].d", equalTo(null));
    Cookie cookie = answer.detailedCookie(COOKIE);
    assertTrue(cookie.isHttpOnly() && cookie.isSecured());
    assertEquals("Strict", cookie.getSameSite());
    assertEquals("/", cookie.getPath());
  }

  @Test
  void refreshed_in_parallel_one_gets_the_same_successor_once() {
    // Given
    clock.set(Instant.now());
    String first = signedIn();

    // When
    List<String> successors =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> refresh(first).then().statusCode(200).extract().cookie(COOKIE))
            .distinct()
            .toList();

    // Then
    assertEquals(1, successors.size());
    assertNotEquals(first, successors.get(0));
    refresh(successors.get(0)).then().statusCode(200).body("accessToken", notNullValue());
  }

  @Test
  void old_refresh_token_ends_the_whole_session() {
    // Given
    String first = signedIn();
    String second = refresh(first).then().statusCode(200).extract().cookie(COOKIE);
    clock.advance(Duration.ofSeconds(11));

    // When
    refresh(first).then().statusCode(401);

    // Then
    refresh(second).then().statusCode(401);
  }

  @Test
  void unused_session_ends_after_half_an_hour() {
    String token = signedIn();
    clock.advance(Duration.ofMinutes(30));
    refresh(token).then().statusCode(401);
  }

  @Test
  void used_session_ends_after_ten_hours() {
    // Given
    String token = signedIn();
    for (int i = 0; i < 23; i++) {
      clock.advance(Duration.ofMinutes(25));
      token = refresh(token).then().statusCode(200).extract().cookie(COOKIE);
    }

    // When
    clock.advance(Duration.ofMinutes(25));

    // Then
    refresh(token).then().statusCode(401);
  }

  @Test
  void signed_out_is_signed_out_at_once_here() {
    // Given
    Response answer = Story.signIn(Story.activeCustomer("simulator:out"), Story.PASSWORD);
    String access = answer.path("accessToken");
    String token = answer.cookie(COOKIE);

    // When
    Story.from(Story.anywhere())
        .cookie(COOKIE, token)
        .delete("/api/v1/sessions/current")
        .then()
        .statusCode(204)
        .cookie(COOKIE, equalTo(""));

    // Then
    refresh(token).then().statusCode(401);
    Story.as(access).get("/api/v1/account").then().statusCode(401);
    Story.from(Story.anywhere())
        .cookie(COOKIE, token)
        .delete("/api/v1/sessions/current")
        .then()
        .statusCode(204);
  }

  @Test
  void one_sees_where_one_is_signed_in_and_ends_it_there() {
    // Given
    String email = Story.activeCustomer("simulator:devices");
    String here = Story.accessToken(email);
    String there = Story.accessToken(email);
    Response list = Story.as(here).get("/api/v1/sessions");
    list.then().statusCode(200).body("items", hasSize(2));
    String other = list.path("items.find { !it.current }.id");

    // When
    Story.as(here).delete("/api/v1/sessions/" + other).then().statusCode(204);

    // Then
    Story.as(there).get("/api/v1/account").then().statusCode(401);
    Story.as(here).get("/api/v1/account").then().statusCode(200);
    Story.as(here).delete("/api/v1/sessions/" + other).then().statusCode(404);
  }

  @Test
  void strangers_session_is_absent() {
    // Given
    String mine = Story.accessToken(Story.activeCustomer("simulator:mine"));
    String theirs = Story.accessToken(Story.activeCustomer("simulator:theirs"));
    String id = Story.as(theirs).get("/api/v1/sessions").path("items[0].id");

    // When, Then
    Story.as(mine).delete("/api/v1/sessions/" + id).then().statusCode(404);
    Story.as(theirs).get("/api/v1/account").then().statusCode(200);
  }

  @Test
  void wrong_password_and_unknown_address_look_the_same() {
    // Given
    String known = Story.activeCustomer("simulator:same");

    // When
    Response wrong = Story.signIn(known, "not the password at all");
    Response unknown = Story.signIn(Story.mailbox("nobody"), "not the password at all");

    // Then
    wrong
        .then()
        .statusCode(401)
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body("type", equalTo("urn:fapiaosuite:problem:credentials-refused"));
    assertEquals(withoutTrace(wrong), withoutTrace(unknown));
    assertEquals(wrong.headers().size(), unknown.headers().size());
  }

  @Test
  void password_is_taken_as_typed_and_nothing_else() {
    // Given
    String email = Story.mailbox("spaces");
    String order = Story.orderNumber();
    String password = " Zwölf Boxkämpfer 𠮷 ";
    Story.knownOrder(order, "simulator:spaces", email);
    Story.register(Map.of("orderNumber", order, "email", email, "password", password))
        .then()
        .statusCode(202);
    Story.activate(Story.activationToken(email)).then().statusCode(204);

    // When, Then
    Story.signIn(email, password.strip()).then().statusCode(401);
    Story.signIn(email, password.toLowerCase(java.util.Locale.ROOT)).then().statusCode(401);
    Story.signIn(email, password).then().statusCode(201);
  }

  @Test
  void cross_site_refresh_is_refused() {
    Story.from(Story.anywhere())
        .cookie(COOKIE, signedIn())
        .header("Sec-Fetch-Site", "cross-site")
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:fapiaosuite:problem:forbidden-origin"))
        .body("title", equalTo("Origin not allowed"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "http://account.example.evil.example, 403",
    "https://account.example, 200"
  })
  void a_browser_that_does_not_say_where_it_fetches_from_names_the_origin(
      String origin, int status) {
    Story.from(Story.anywhere())
        .cookie(COOKIE, signedIn())
        .header("Host", "account.example")
        .header("Origin", origin)
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(status);
  }

  private static String signedIn() {
    return Story.signIn(Story.activeCustomer("simulator:session"), Story.PASSWORD)
        .then()
        .statusCode(201)
        .extract()
        .cookie(COOKIE);
  }

  private static Response refresh(String token) {
    return Story.from(Story.anywhere()).cookie(COOKIE, token).post("/api/v1/sessions/refresh");
  }

  private static String withoutTrace(Response answer) {
    return answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }

  private static JsonPath decoded(String part) {
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }
}
