package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A forgotten password, and a changed one. */
@QuarkusTest
class PasswordStoryTest {

  private static final String NEW = "seven green bottles";
  private static final String REQUESTED = "account.password-reset-requested.v1";

  @Inject TestClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void temporary_password_signs_in_once_and_sets_a_new_one() {
    // Given
    String email = Story.activeCustomer("simulator:forgotten");
    String session = Story.signIn(email, Story.PASSWORD).cookie("__Host-rt");
    String temporary = temporaryPassword(email);
    Story.signIn(email, Story.PASSWORD).then().statusCode(201);

    // When
    Response signedIn = Story.signIn(email, temporary.toLowerCase(Locale.ROOT));

    // Then
    signedIn
        .then()
        .statusCode(201)
        .body("scope", equalTo("password:change"))
        .body("expiresIn", equalTo(600));
    assertEquals(null, signedIn.cookie("__Host-rt"));
    assertEquals(true, temporary.matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}"));
    Story.signIn(email, temporary).then().statusCode(401);
    String restricted = signedIn.path("accessToken");
    change(restricted, Map.of("newPassword", NEW)).then().statusCode(204);
    Story.signIn(email, Story.PASSWORD).then().statusCode(401);
    Story.signIn(email, NEW).then().statusCode(201);
    Story.from(Story.anywhere())
        .cookie("__Host-rt", session)
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(401);
    change(restricted, Map.of("newPassword", "eight green bottles")).then().statusCode(401);
    String account = accountId(email);
    assertEquals(1, Story.events("account.password-changed.v1", account).size());
    assertEquals(1, Story.events("account.epoch-raised.v1", account).get(0).getInt("epoch"));
  }

  @Test
  void restricted_token_opens_nothing_else() {
    // Given
    String email = Story.activeCustomer("simulator:restricted");
    String restricted =
        Story.signIn(email, temporaryPassword(email)).then().extract().path("accessToken");

    // When, Then
    for (String path : List.of("/api/v1/account", "/api/v1/account/export", "/api/v1/sessions")) {
      Story.as(restricted)
          .get(path)
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:fapiaosuite:problem:password-change-required"));
    }
    Story.as(restricted)
        .body(Map.of("orderNumber", "E1"))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(403);
    Story.as(restricted).delete("/api/v1/account").then().statusCode(403);
    Story.as(restricted).get("/api/v1/staff").then().statusCode(403);
  }

  @Test
  void of_many_at_once_one_signs_in() {
    // Given
    String email = Story.activeCustomer("simulator:race");
    String temporary = temporaryPassword(email);

    // When
    long signedIn =
        IntStream.range(0, 8)
            .parallel()
            .filter(i -> Story.signIn(email, temporary).statusCode() == 201)
            .count();

    // Then
    assertEquals(1, signedIn);
  }

  @Test
  void temporary_password_is_not_to_stay() {
    // Given
    String email = Story.activeCustomer("simulator:stay");
    String temporary = temporaryPassword(email);
    String restricted = Story.signIn(email, temporary).then().extract().path("accessToken");

    // When, Then
    change(restricted, Map.of("newPassword", temporary))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("newPassword"));
  }

  @Test
  void it_expires_an_hour_after_its_mail_and_a_newer_one_takes_its_place() {
    // Given
    String email = Story.activeCustomer("simulator:newer");
    String first = temporaryPassword(email);
    Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
    String account = accountId(email);
    await().until(() -> Story.events(REQUESTED, account).size() == 2);
    String second =
        Story.secret(
            "TEMPORARY_PASSWORD", Story.events(REQUESTED, account).get(1).getString("requestId"));

    // When, Then
    Story.signIn(email, first).then().statusCode(401);
    clock.advance(Duration.ofMinutes(60));
    Story.signIn(email, second).then().statusCode(401);
  }

  @Test
  void it_is_the_way_out_of_the_wait() {
    // Given
    String email = Story.activeCustomer("simulator:locked");
    clock.set(Instant.now());
    String here = Story.anywhere();
    for (int i = 0; i < 5; i++) {
      signIn(here, email, "not the password at all").then().statusCode(401);
    }
    signIn(here, email, Story.PASSWORD).then().statusCode(429);

    // When, Then
    signIn(here, email, temporaryPassword(email)).then().statusCode(201);
    signIn(here, email, Story.PASSWORD).then().statusCode(201);
  }

  @Test
  void a_flood_of_requests_sends_three_mails_an_hour() {
    // Given
    String email = Story.activeCustomer("simulator:flood");
    String account = accountId(email);

    // When
    for (int i = 0; i < 20; i++) {
      Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
    }

    // Then
    await().until(() -> Database.query("SELECT count(*) FROM mail_request").equals("0"));
    assertEquals(3, Story.events(REQUESTED, account).size());
  }

  @Test
  void every_address_is_answered_the_same() {
    // Given
    String known = Story.activeCustomer("simulator:known");

    // When
    Response forKnown = Story.json(Map.of("email", known)).post("/api/v1/password-resets");
    Response forUnknown =
        Story.json(Map.of("email", Story.mailbox("nobody"))).post("/api/v1/password-resets");

    // Then
    assertEquals(202, forKnown.statusCode());
    assertEquals(forKnown.statusLine(), forUnknown.statusLine());
    assertEquals(forKnown.headers().asList(), forUnknown.headers().asList());
    assertEquals(forKnown.asString(), forUnknown.asString());
  }

  @Test
  void change_needs_the_present_password() {
    // Given
    String email = Story.activeCustomer("simulator:change");
    String token = Story.accessToken(email);

    // When, Then
    change(token, Map.of("newPassword", NEW))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("currentPassword"));
    change(token, Map.of("currentPassword", "wrong", "newPassword", NEW))
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:fapiaosuite:problem:credentials-refused"));
    change(token, Map.of("currentPassword", Story.PASSWORD, "newPassword", "fapiao123456789"))
        .then()
        .statusCode(422)
        .body("violations[0].message", matchesPattern(".*too close to your address.*"));
    change(token, Map.of("currentPassword", Story.PASSWORD, "newPassword", NEW))
        .then()
        .statusCode(204);
    Story.as(token).get("/api/v1/account").then().statusCode(401);
    Story.signIn(email, NEW).then().statusCode(201);
  }

  @Test
  void no_secret_rests_in_database_or_events() {
    // Given
    String email = Story.activeCustomer("simulator:canary");
    String temporary = temporaryPassword(email);

    // When
    String rows =
        Database.query(
            "SELECT string_agg(t::text, '') FROM (SELECT secret_request::text AS t FROM"
                + " secret_request UNION ALL SELECT outbox::text FROM outbox UNION ALL SELECT"
                + " registration::text FROM registration UNION ALL SELECT account::text FROM"
                + " account) AS everything");

    // Then
    assertFalse(rows.contains(temporary));
    assertFalse(rows.contains(Story.PASSWORD));
  }

  private static Response signIn(String address, String email, String password) {
    return Story.from(address)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/sessions");
  }

  private static String temporaryPassword(String email) {
    String account = accountId(email);
    int before = Story.events(REQUESTED, account).size();
    Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
    await().until(() -> Story.events(REQUESTED, account).size() == before + 1);
    return Story.secret(
        "TEMPORARY_PASSWORD", Story.events(REQUESTED, account).get(before).getString("requestId"));
  }

  private static String accountId(String email) {
    return Story.event("account.activated.v1", email).getString("accountId");
  }

  private static Response change(String token, Map<String, String> body) {
    return Story.as(token).body(body).put("/api/v1/account/password");
  }
}
