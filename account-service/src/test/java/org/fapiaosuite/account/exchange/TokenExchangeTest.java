package org.fapiaosuite.account.exchange;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.account.Story;
import org.fapiaosuite.account.limit.Tallies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who signed in elsewhere, and never registered here. */
@QuarkusTest
class TokenExchangeTest {

  @Inject IssuerSwitch issuers;
  @Inject Tallies tallies;

  @AfterEach
  void everythingAsItWas() {
    TestIssuer.goAway(false);
    issuers.on("customers");
  }

  @Test
  void first_exchange_makes_an_account_for_the_issuers_customer() {
    // Given
    String email = Story.mailbox("admin");
    Map<String, Object> claims = TestIssuer.claims(TestIssuer.customers(), email);
    claims.put("customer_id", "contoso-cn");
    claims.put("azp", TestIssuer.AUDIENCE);

    // When
    Response answer = Exchange.of(TestIssuer.token(claims));

    // Then
    answer
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Set-Cookie", nullValue())
        .body("token_type", equalTo("Bearer"))
        .body("issued_token_type", equalTo(Exchange.ACCESS_TOKEN))
        .body("expires_in", equalTo(300))
        .body("scope", equalTo("customer"));
    String token = answer.path("access_token");
    JsonPath content = Exchange.content(token);
    assertEquals(List.of("simulator:contoso-cn"), content.getList("customerIds"));
    assertEquals(List.of("CUSTOMER"), content.getList("groups"));
    assertEquals(
        Map.of("iss", TestIssuer.customers(), "sub", TestIssuer.AUDIENCE), content.getMap("act"));
    Story.as(token)
        .get("/api/v1/account")
        .then()
        .statusCode(200)
        .body("id", equalTo(content.getString("sub")))
        .body("email", equalTo(email))
        .body("customerIds", equalTo(List.of("simulator:contoso-cn")));
    String account = content.getString("sub");
    assertEquals(
        email, Story.event("account.activated.v1", account).getString("email"), "where mails go");
    JsonPath exchanged = Story.event("account.token-exchanged.v1", account);
    assertEquals(content.getString("sid"), exchanged.getString("sessionId"));
    assertEquals(TestIssuer.customers(), exchanged.getString("issuer"));
    assertEquals(TestIssuer.AUDIENCE, exchanged.getString("client"));
  }

  @Test
  void next_exchange_is_of_the_same_account_and_opens_another_session() {
    String email = Story.mailbox("again");

    JsonPath first = content(TestIssuer.claims(TestIssuer.customers(), email));
    JsonPath second = content(TestIssuer.claims(TestIssuer.customers(), email));

    assertEquals(first.getString("sub"), second.getString("sub"));
    assertNotEquals(first.getString("sid"), second.getString("sid"));
    assertEquals(1, Story.events("account.activated.v1", first.getString("sub")).size());
  }

  @Test
  void several_customers_are_spoken_for_and_what_the_mailbox_paid() {
    String email = Story.mailbox("several");
    Story.knownOrder(Story.orderNumber(), "simulator:paid-by-mailbox", email);
    Map<String, Object> claims = TestIssuer.claims(TestIssuer.customers(), email);
    claims.put("customer_id", List.of("one", "two", "one"));

    JsonPath content = content(claims);

    assertEquals(
        List.of("simulator:one", "simulator:two", "simulator:paid-by-mailbox"),
        content.getList("customerIds"));
  }

  @Test
  void customer_the_issuer_no_longer_names_is_no_longer_spoken_for() {
    String email = Story.mailbox("moved-on");
    Map<String, Object> claims = TestIssuer.claims(TestIssuer.customers(), email);
    claims.put("customer_id", "former");
    content(claims);
    Map<String, Object> later = TestIssuer.claims(TestIssuer.customers(), email);
    later.remove("customer_id");

    JsonPath content = content(later);

    assertEquals(List.of(), content.getList("customerIds"));
  }

  @Test
  void issuer_that_names_no_customer_gives_what_the_mailbox_paid() {
    String email = Story.mailbox("payer");
    Story.knownOrder(Story.orderNumber(), "simulator:of-mailbox", email);

    JsonPath content = content(TestIssuer.claims(TestIssuer.mailboxes(), email));

    assertEquals(List.of("simulator:of-mailbox"), content.getList("customerIds"));
  }

  @Test
  void address_follows_what_the_issuer_says() {
    String before = Story.mailbox("before");
    String after = Story.mailbox("after");
    String account = content(TestIssuer.claims(TestIssuer.customers(), before)).getString("sub");
    Map<String, Object> claims = TestIssuer.claims(TestIssuer.customers(), before);
    claims.put("email", after);

    String token = Exchange.accessToken(claims);

    assertEquals(account, Exchange.content(token).getString("sub"));
    Story.as(token).get("/api/v1/account").then().body("email", equalTo(after));
    assertEquals(before, Story.event("account.email-changed.v1", after).getString("oldEmail"));
  }

  @Test
  void signing_out_ends_the_session_of_an_exchange() {
    String token = Exchange.accessToken(claims());
    Story.as(token)
        .get("/api/v1/sessions")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].current", equalTo(true))
        .body("items[0].issuer", equalTo(TestIssuer.customers()));

    Story.as(token).delete("/api/v1/sessions/current").then().statusCode(204);

    Story.as(token).get("/api/v1/account").then().statusCode(401);
  }

  @Test
  void there_is_no_password_to_it() {
    String email = Story.mailbox("no-password");
    String token = Exchange.accessToken(TestIssuer.claims(TestIssuer.customers(), email));

    Story.signIn(email, Story.PASSWORD).then().statusCode(401);
    Story.as(token)
        .body(Map.of("newEmail", Story.mailbox("wished"), "password", Story.PASSWORD))
        .post("/api/v1/account/email-changes")
        .then()
        .statusCode(401);
  }

  @Test
  void who_erased_the_account_comes_as_somebody_new() {
    String email = Story.mailbox("erased");
    Map<String, Object> claims = claims(email);
    claims.put("customer_id", "erased");
    String token = Exchange.accessToken(claims);
    String account = Exchange.content(token).getString("sub");

    Story.as(token).delete("/api/v1/account").then().statusCode(204);

    assertEquals(
        List.of("simulator:erased"),
        Story.event("account.erased.v1", account).getList("customerIds"));
    assertNotEquals(
        account, content(TestIssuer.claims(TestIssuer.customers(), email)).getString("sub"));
  }

  @Test
  void issuer_that_is_away_is_not_missed_once_its_keys_are_known() {
    Exchange.accessToken(claims());

    TestIssuer.goAway(true);

    Exchange.of(TestIssuer.token(claims())).then().statusCode(200);
  }

  @Test
  void new_key_is_taken_and_the_old_one_no_longer() {
    // Given
    Exchange.accessToken(claims());
    String old = TestIssuer.token(claims());

    // When
    TestIssuer.publish("rsa-2", "ec-1");
    try {
      await()
          .until(
              () ->
                  Exchange.of(
                              TestIssuer.signed(
                                  TestIssuer.header("RS256", "rsa-2"),
                                  claims(),
                                  TestIssuer.key("rsa-2").getPrivate()))
                          .statusCode()
                      == 200);

      // Then
      refused(old, "is signed with a key its issuer does not have");
    } finally {
      TestIssuer.publish("rsa-1", "ec-1");
    }
    await().until(() -> Exchange.of(TestIssuer.token(claims())).statusCode() == 200);
  }

  @Test
  void issuer_switched_off_takes_its_sessions_with_it_at_once() {
    // Given
    String token = Exchange.accessToken(claims());
    String other =
        Exchange.accessToken(
            TestIssuer.claims(TestIssuer.mailboxes(), Story.mailbox("not-concerned")));
    String session = Exchange.content(token).getString("sid");

    // When
    int ended = issuers.off("customers").orElseThrow();

    // Then
    assertTrue(ended >= 1, "sessions ended: " + ended);
    Story.as(token).get("/api/v1/account").then().statusCode(401);
    assertEquals(1, Story.events("account.session-ended.v1", session).size());
    refused(TestIssuer.token(claims()), "is of an issuer that is not trusted");
    Story.as(other).get("/api/v1/account").then().statusCode(200);
    assertTrue(issuers.on("customers"));
    Exchange.of(TestIssuer.token(claims())).then().statusCode(200);
    Story.as(token).get("/api/v1/account").then().statusCode(401);
  }

  @Test
  void nobody_switches_what_is_not_configured() {
    assertTrue(issuers.off("nobody").isEmpty());
    assertEquals(false, issuers.on("nobody"));
  }

  @Test
  void same_person_comes_a_hundred_and_twenty_times_an_hour_at_most() {
    // Given
    String email = Story.mailbox("eager");
    String person = TestIssuer.customers() + '\n' + claims(email).get("sub");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < 119; i++) {
                tallies.count("exchange", person, Duration.ofHours(1), 120);
              }
            });

    // When
    Response first = Exchange.of(TestIssuer.token(claims(email)));
    Response answer = Exchange.of(TestIssuer.token(claims(email)));
    for (int i = 0; i < 120 && answer.statusCode() == 200; i++) { // the hour may end meanwhile
      answer = Exchange.of(TestIssuer.token(claims(email)));
    }

    // Then
    first.then().statusCode(200);
    answer.then().statusCode(429).header("Retry-After", "900");
    Exchange.of(TestIssuer.token(claims())).then().statusCode(200);
  }

  static void refused(String token, String why) {
    Exchange.of(token)
        .then()
        .statusCode(400)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"))
        .body("error_description", equalTo("subject_token " + why));
  }

  private static Map<String, Object> claims() {
    return claims(Story.mailbox("somebody"));
  }

  private static Map<String, Object> claims(String email) {
    return TestIssuer.claims(TestIssuer.customers(), email);
  }

  private static JsonPath content(Map<String, Object> claims) {
    return Exchange.content(Exchange.accessToken(claims));
  }
}
