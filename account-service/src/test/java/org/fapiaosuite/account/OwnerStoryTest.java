package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owner of an account does with it. */
@QuarkusTest
class OwnerStoryTest {

  private static final String WISHED = "account.email-change-requested.v1";

  @Test
  void new_address_is_confirmed_from_its_own_mailbox() {
    // Given
    String old = Story.activeCustomer("simulator:old");
    String account = accountId(old);
    String wished = Story.mailbox("new");
    String token = Story.accessToken(old);

    // When
    change(token, wished, Story.PASSWORD).then().statusCode(202);
    Story.signIn(wished, Story.PASSWORD).then().statusCode(401);
    String link = Story.secret("EMAIL_CHANGE", Story.event(WISHED, wished).getString("requestId"));
    confirm(link).then().statusCode(204);

    // Then
    confirm(link).then().statusCode(204);
    Story.signIn(wished, Story.PASSWORD).then().statusCode(201);
    Story.signIn(old, Story.PASSWORD).then().statusCode(401);
    JsonPath changed = Story.event("account.email-changed.v1", account);
    assertEquals(old, changed.getString("oldEmail"));
    assertEquals(wished, changed.getString("newEmail"));
    assertEquals(1, Story.events("account.email-changed.v1", account).size());
  }

  @Test
  void newest_wish_wins() {
    // Given
    String email = Story.activeCustomer("simulator:wish");
    String token = Story.accessToken(email);
    String first = Story.mailbox("first");
    String second = Story.mailbox("second");
    change(token, first, Story.PASSWORD).then().statusCode(202);
    String firstRequest = Story.event(WISHED, first).getString("requestId");
    String firstLink = Story.secret("EMAIL_CHANGE", firstRequest);

    // When
    change(token, second, Story.PASSWORD).then().statusCode(202);

    // Then
    confirm(firstLink).then().statusCode(422);
    Story.mint("EMAIL_CHANGE", firstRequest).then().statusCode(410);
  }

  @Test
  void someone_elses_address_is_answered_the_same_and_nobody_hears() {
    // Given
    String mine = Story.activeCustomer("simulator:me");
    String theirs = Story.activeCustomer("simulator:them");

    // When
    Response taken = change(Story.accessToken(mine), theirs, Story.PASSWORD);
    Response free = change(Story.accessToken(mine), Story.mailbox("free"), Story.PASSWORD);

    // Then
    assertEquals(202, taken.statusCode());
    assertEquals(free.headers().asList(), taken.headers().asList());
    assertTrue(Story.events(WISHED, theirs).isEmpty());
  }

  @Test
  void address_taken_meanwhile_is_not_given_twice() {
    // Given
    String email = Story.activeCustomer("simulator:late");
    String wished = Story.mailbox("wanted");
    change(Story.accessToken(email), wished, Story.PASSWORD).then().statusCode(202);
    String link = Story.secret("EMAIL_CHANGE", Story.event(WISHED, wished).getString("requestId"));
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:faster", wished);
    Story.register(order, wished).then().statusCode(202);
    Story.activate(Story.activationToken(wished)).then().statusCode(204);

    // When, Then
    confirm(link).then().statusCode(422);
    Story.signIn(email, Story.PASSWORD).then().statusCode(201);
  }

  @Test
  void wrong_password_changes_no_address() {
    String token = Story.accessToken(Story.activeCustomer("simulator:guard"));
    change(token, Story.mailbox("thief"), "wrong").then().statusCode(401);
  }

  @Test
  void further_order_is_claimed_by_code_or_waits() {
    // Given
    String email = Story.activeCustomer("simulator:one");
    String token = Story.accessToken(email);
    String coded = Story.orderNumber();
    String asked = Story.orderNumber();
    String unknown = Story.orderNumber();
    Story.paid(coded, "simulator:two", Story.mailbox("payer"));
    Story.knownOrder(asked, "simulator:three", Story.mailbox("payer"));

    // When
    claim(token, Map.of("orderNumber", coded, "claimCode", Story.claimCode(coded)));
    claim(token, Map.of("orderNumber", asked, "claimCode", "nonsense"));
    claim(token, Map.of("orderNumber", unknown));

    // Then
    await()
        .untilAsserted(
            () ->
                Story.as(token)
                    .get("/api/v1/account")
                    .then()
                    .body("customerIds", containsInAnyOrder("simulator:one", "simulator:two"))
                    .body(
                        "orders.find { it.orderNumber == '" + asked + "' }.status",
                        equalTo("WAITING_FOR_PAYER"))
                    .body(
                        "orders.find { it.orderNumber == '" + unknown + "' }.status",
                        equalTo("WAITING_FOR_ORDER")));
    Story.paid(unknown, "simulator:four", email);
    await()
        .untilAsserted(
            () ->
                Story.as(token)
                    .get("/api/v1/account")
                    .then()
                    .body(
                        "orders.find { it.orderNumber == '" + unknown + "' }.status",
                        equalTo("GRANTED")));
    assertEquals(1, Story.events("account.claim-approval-requested.v1", asked).size());
  }

  @Test
  void next_order_of_the_same_payer_is_linked_by_itself() {
    // Given
    String email = Story.activeCustomer("simulator:first");
    String token = Story.accessToken(email);

    // When
    Story.paid(Story.orderNumber(), "simulator:next", email);

    // Then
    await()
        .untilAsserted(
            () ->
                Story.as(token)
                    .get("/api/v1/account")
                    .then()
                    .body("customerIds", contains("simulator:first", "simulator:next")));
  }

  @Test
  void guessed_codes_are_not_compared_for_long() {
    // Given
    String order = Story.orderNumber();
    Story.paid(order, "simulator:guess", Story.mailbox("payer"));
    String code = Story.claimCode(order);
    String token = Story.accessToken(Story.activeCustomer("simulator:guesser"));
    for (int i = 0; i < 10; i++) {
      claim(token, Map.of("orderNumber", order, "claimCode", "GUESS" + i));
      await()
          .until(
              () ->
                  Story.as(token)
                      .get("/api/v1/account")
                      .<String>path("orders.find { it.orderNumber == '" + order + "' }.status")
                      .equals("WAITING_FOR_PAYER"));
    }

    // When
    claim(token, Map.of("orderNumber", order, "claimCode", code));
    String later = Story.orderNumber();
    Story.paid(later, "simulator:later", Story.mailbox("payer"));
    claim(token, Map.of("orderNumber", later, "claimCode", Story.claimCode(later)));

    // Then a claim made after it is granted, and it is not
    await()
        .untilAsserted(
            () ->
                Story.as(token)
                    .get("/api/v1/account")
                    .then()
                    .body(
                        "customerIds", containsInAnyOrder("simulator:guesser", "simulator:later")));
  }

  @Test
  void owners_take_their_data_and_leave() {
    // Given
    String email = Story.activeCustomer("simulator:leaving");
    String account = accountId(email);
    String token = Story.accessToken(email);
    Story.as(token)
        .get("/api/v1/account/export")
        .then()
        .statusCode(200)
        .body("account.email", equalTo(email))
        .body("sessions", hasSize(1))
        .body("further.name", hasItems("titles", "applications", "support-cases"))
        .body("further.href", hasItems("/api/v1/titles", "/api/v1/applications"));

    // When
    Story.as(token).delete("/api/v1/account").then().statusCode(204);

    // Then
    Story.as(token).get("/api/v1/account").then().statusCode(401);
    Story.signIn(email, Story.PASSWORD).then().statusCode(401);
    assertEquals(1, Story.events("account.erased.v1", account).size());
    JsonPath erased = Story.events("account.erased.v1", account).get(0);
    assertEquals(List.of("simulator:leaving"), erased.getList("customerIds"));
    assertEquals(
        Database.query("SELECT encode(sha256('" + email + "'), 'hex')"),
        erased.getString("emailDigest"));
    assertEquals(
        "0",
        Database.query("SELECT count(*) FROM paid_order WHERE payer_email_key = '" + email + "'"));
    assertEquals(1, Story.events("account.customer-unlinked.v1", account).size());
    assertEquals(
        "0",
        Database.query(
            "SELECT (SELECT count(*) FROM account WHERE email = '"
                + email
                + "')"
                + " + (SELECT count(*) FROM registration WHERE email = '"
                + email
                + "')"));
  }

  @Test
  void contact_needs_no_token() {
    Story.from(Story.anywhere())
        .get("/api/v1/contact")
        .then()
        .statusCode(200)
        .body("servicePhone", equalTo("(86) 400-089-0365"))
        .body("branch.contact", equalTo("Zhu qin qin"))
        .body("branch.phone", equalTo("021-28986102"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657"
            + "|9:00 to 17:30 on Chinese working days",
        "de|Shanghai, Pudong New Area, Keyuan Road 88, German Center, Gebäude 3, Raum 657"
            + "|9:00 bis 17:30 Uhr an chinesischen Arbeitstagen",
        "zh-CN|上海市浦东新区科苑路88号德国中心3号楼657室|工作日 9:00–17:30"
      })
  void the_branch_is_described_in_the_language_of_the_caller(
      String language, String address, String hours) {
    Story.from(Story.anywhere())
        .header("Accept-Language", language)
        .get("/api/v1/contact")
        .then()
        .statusCode(200)
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .body("branch.address", equalTo(address))
        .body("branch.hours", equalTo(hours));
  }

  @Test
  void how_long_a_password_must_be_can_be_read_before_there_is_an_account() {
    Story.from(Story.anywhere())
        .get("/api/v1/password-policy")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("max-age=300"))
        .body("minLength", equalTo(8))
        .body("maxLength", equalTo(256));
  }

  @Test
  void owners_choose_the_language_of_their_mails() {
    // Given
    String email = Story.activeCustomer("simulator:speaker");
    String account = accountId(email);
    String token = Story.accessToken(email);

    // When
    for (int i = 0; i < 2; i++) {
      Story.as(token)
          .body(Map.of("locale", "de"))
          .patch("/api/v1/account")
          .then()
          .statusCode(200)
          .body("email", equalTo(email))
          .body("locale", equalTo("de"));
    }

    // Then it is told once
    assertEquals(
        List.of(Map.of("accountId", account, "email", email, "locale", "de")),
        Story.events("account.locale-changed.v1", account).stream()
            .map(event -> event.getMap(""))
            .toList());
    Story.as(token).get("/api/v1/account").then().body("locale", equalTo("de"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}|is required", "{\"locale\":\"fr\"}|must be zh-CN, en or de"})
  void a_language_that_is_not_spoken_is_refused(String body, String message) {
    String token = Story.accessToken(Story.activeCustomer("simulator:polyglot"));

    Story.as(token)
        .body(body)
        .patch("/api/v1/account")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("locale")))
        .body("violations.message", equalTo(List.of(message)));
  }

  @Test
  void what_is_no_address_or_no_order_number_is_refused_at_its_field() {
    String token = Story.accessToken(Story.activeCustomer("simulator:typo"));

    change(token, "no address", Story.PASSWORD)
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("newEmail"));
    Story.as(token)
        .body(Map.of("orderNumber", " "))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("orderNumber"));
  }

  @Test
  void nothing_of_an_account_is_open_without_a_token() {
    for (String path :
        List.of("/api/v1/account", "/api/v1/account/export", "/api/v1/sessions", "/api/v1/staff")) {
      Story.from(Story.anywhere())
          .get(path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", equalTo("Bearer"))
          .contentType("application/problem+json");
    }
  }

  private static Response change(String token, String newEmail, String password) {
    return Story.as(token)
        .body(Map.of("newEmail", newEmail, "password", password))
        .post("/api/v1/account/email-changes");
  }

  private static Response confirm(String link) {
    return Story.json(Map.of("token", link)).post("/api/v1/email-changes/confirmations");
  }

  private static void claim(String token, Map<String, String> body) {
    Story.as(token).body(body).post("/api/v1/account/orders").then().statusCode(202);
  }

  private static String accountId(String email) {
    return Story.event("account.activated.v1", email).getString("accountId");
  }
}
