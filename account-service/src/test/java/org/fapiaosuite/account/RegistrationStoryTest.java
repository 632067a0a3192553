package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the order confirmation to the first sign-in. */
@QuarkusTest
class RegistrationStoryTest {

  private static final String REQUESTED = "account.registration-requested.v1";

  @Inject TestClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void payer_registers_activates_and_signs_in() {
    // Given
    String email = Story.mailbox("payer");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:contoso-cn", email);

    // When
    Story.register(order, email).then().statusCode(202);
    JsonPath requested = Story.event(REQUESTED, email);
    Story.activate(Story.activationToken(email)).then().statusCode(204);

    // Then
    assertEquals("NEW", requested.getString("outcome"));
    assertEquals(order, requested.getString("orderNumber"));
    JsonPath activated = Story.event("account.activated.v1", email);
    assertEquals("en", activated.getString("locale"));
    String account = activated.getString("accountId");
    JsonPath linked = Story.event("account.customer-linked.v1", account);
    assertEquals("simulator:contoso-cn", linked.getString("customerId"));
    Story.as(Story.accessToken(email))
        .get("/api/v1/account")
        .then()
        .statusCode(200)
        .body("id", equalTo(account))
        .body("email", equalTo(email))
        .body("customerIds", contains("simulator:contoso-cn"))
        .body("orders.orderNumber", contains(order))
        .body("orders.status", contains("GRANTED"));
  }

  @Test
  void registration_that_overtakes_its_order_gets_its_mail_when_the_order_arrives() {
    // Given a registration that came so long ago that a later one has had its mail
    String email = Story.mailbox("early");
    String order = Story.orderNumber();
    Story.register(order, email).then().statusCode(202);
    Story.activeCustomer("simulator:later");
    List<JsonPath> tooEarly = Story.events(REQUESTED, email);

    // When
    Story.paid(order, "simulator:early", email);

    // Then
    assertEquals(List.of(), tooEarly);
    assertEquals("NEW", Story.event(REQUESTED, email).getString("outcome"));
    Story.activate(Story.activationToken(email)).then().statusCode(204);
  }

  @Test
  void unknown_order_is_told_after_two_minutes_and_still_waits_for_it() {
    // Given
    String email = Story.mailbox("typo");
    String order = Story.orderNumber();
    Story.register(order, email).then().statusCode(202);

    // When
    clock.advance(Duration.ofSeconds(121));

    // Then
    assertEquals("ORDER_UNKNOWN", Story.event(REQUESTED, email).getString("outcome"));
    Story.paid(order, "simulator:late", email);
    await().until(() -> Story.events(REQUESTED, email).size() == 2);
    assertEquals("NEW", Story.events(REQUESTED, email).get(1).getString("outcome"));
  }

  @Test
  void unknown_order_is_forgotten_in_the_end() {
    // Given
    String email = Story.mailbox("never");
    String order = Story.orderNumber();
    Story.register(order, email).then().statusCode(202);
    clock.advance(Duration.ofSeconds(121));
    Story.event(REQUESTED, email);

    // When
    clock.advance(Duration.ofDays(30));

    // Then
    await()
        .until(
            () ->
                Database.query(
                        "SELECT count(*) FROM registration WHERE order_number = '" + order + "'")
                    .equals("0"));
  }

  @Test
  void address_with_an_account_is_told_so_by_mail_only() {
    // Given
    String email = Story.activeCustomer("simulator:twice");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:twice", email);

    // When
    Story.register(order, email.toUpperCase(java.util.Locale.ROOT)).then().statusCode(202);

    // Then
    await().until(() -> Story.events(REQUESTED, order).size() == 1);
    assertEquals("ALREADY_REGISTERED", Story.events(REQUESTED, order).get(0).getString("outcome"));
  }

  @Test
  void wrong_address_first_locks_neither_order_nor_address() {
    // Given
    String wrong = Story.mailbox("wrong");
    String right = Story.mailbox("right");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:again", right);
    Story.register(order, wrong).then().statusCode(202);
    Story.event(REQUESTED, wrong);

    // When
    Story.register(order, right).then().statusCode(202);
    Story.activate(Story.activationToken(right)).then().statusCode(204);

    // Then
    Story.as(Story.accessToken(right))
        .get("/api/v1/account")
        .then()
        .body("customerIds", contains("simulator:again"));
  }

  @Test
  void first_to_activate_gets_the_address() {
    // Given
    String email = Story.mailbox("both");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:both", email);
    Story.register(order, email).then().statusCode(202);
    String first = Story.activationToken(email);
    Story.register(Map.of("orderNumber", order, "email", email, "password", "another fine day"))
        .then()
        .statusCode(202);
    await().until(() -> Story.events(REQUESTED, email).size() == 2);
    String second =
        Story.secret("ACTIVATION", Story.events(REQUESTED, email).get(1).getString("requestId"));

    // When
    Story.activate(second).then().statusCode(204);

    // Then
    Story.activate(first)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:link-not-valid"));
    Story.signIn(email, "another fine day").then().statusCode(201);
    Story.signIn(email, Story.PASSWORD).then().statusCode(401);
  }

  @Test
  void stranger_with_the_claim_code_is_linked() {
    // Given
    String email = Story.mailbox("assistant");
    String order = Story.orderNumber();
    Story.paid(order, "simulator:code", Story.mailbox("payer"));
    String code = Story.claimCode(order);

    // When
    Story.register(Map.of("orderNumber", order, "email", email, "claimCode", code))
        .then()
        .statusCode(202);
    Story.activate(Story.activationToken(email)).then().statusCode(204);

    // Then
    Story.as(Story.accessToken(email))
        .get("/api/v1/account")
        .then()
        .body("customerIds", contains("simulator:code"));
  }

  @Test
  void stranger_without_it_waits_for_the_payers_approval() {
    // Given
    String email = Story.mailbox("colleague");
    String payer = Story.mailbox("payer");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:approval", payer);

    // When
    Story.register(Map.of("orderNumber", order, "email", email, "claimCode", "0123456789ABCDEF"))
        .then()
        .statusCode(202);
    Story.activate(Story.activationToken(email)).then().statusCode(204);

    // Then
    Story.as(Story.accessToken(email))
        .get("/api/v1/account")
        .then()
        .body("customerIds", empty())
        .body("orders.status", contains("WAITING_FOR_PAYER"));
    JsonPath asked = Story.event("account.claim-approval-requested.v1", payer);
    assertEquals(email, asked.getString("applicantEmail"));
    String token = Story.secret("CLAIM_APPROVAL", asked.getString("requestId"));
    Story.json(Map.of("token", token)).post("/api/v1/claims/approvals").then().statusCode(204);
    Story.json(Map.of("token", token)).post("/api/v1/claims/approvals").then().statusCode(204);
    Story.as(Story.accessToken(email))
        .get("/api/v1/account")
        .then()
        .body("customerIds", contains("simulator:approval"))
        .body("orders.status", contains("GRANTED"));
  }

  @Test
  void newest_activation_mail_wins_and_the_link_lives_twenty_four_hours() {
    // Given
    String email = Story.mailbox("resend");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:resend", email);
    Story.register(order, email).then().statusCode(202);
    String first = Story.activationToken(email);
    String firstRequest = Story.event(REQUESTED, email).getString("requestId");

    // When
    Story.json(Map.of("email", email)).post("/api/v1/activations/resend").then().statusCode(202);
    JsonPath resent = Story.event("account.activation-resend-requested.v1", email);
    String second = Story.secret("ACTIVATION", resent.getString("requestId"));

    // Then
    Story.mint("ACTIVATION", firstRequest).then().statusCode(410);
    Story.activate(first).then().statusCode(422);
    assertEquals(second, Story.secret("ACTIVATION", resent.getString("requestId")));
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    Story.activate(second).then().statusCode(422);
    Story.mint("ACTIVATION", resent.getString("requestId")).then().statusCode(410);
  }

  @Test
  void same_link_followed_again_changes_nothing() {
    // Given
    String email = Story.mailbox("twice");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:scanner", email);
    Story.register(order, email).then().statusCode(202);
    String token = Story.activationToken(email);
    Story.activate(token).then().statusCode(204);

    // When
    Story.activate(" " + token + "\n").then().statusCode(204);

    // Then
    Story.event("account.activated.v1", email);
    assertEquals(1, Story.events("account.activated.v1", email).size());
  }
}
