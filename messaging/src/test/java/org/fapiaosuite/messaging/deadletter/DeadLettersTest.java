package org.fapiaosuite.messaging.deadletter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.messaging.Ledger;
import org.fapiaosuite.messaging.Wire;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff can do about a dead letter, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class DeadLettersTest {
  private static final String LETTERS = "/api/v1/dead-letters";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Ledger ledger;
  @Inject Wire wire;

  private final String key = UUID.randomUUID().toString();
  private final String event = UUID.randomUUID().toString();
  private final UUID lead = UUID.randomUUID();
  private final UUID admin = UUID.randomUUID();
  private String letter = "";

  @BeforeEach
  void anEventDies() {
    ledger.failOn(event, new IllegalStateException("broken"));
    wire.say(key, event, "{\"text\":\"personal\"}");
    await().atMost(PATIENCE).until(() -> states().equals(List.of("DEAD")));
    String id = ledger.column("SELECT id FROM dead_letter WHERE event_id = ?", event).get(0);
    letter = LETTERS + "/" + id;
  }

  @Test
  void it_is_shown_without_what_it_tells() {
    String list = as(lead, "AUDITOR").get(LETTERS).then().statusCode(200).extract().asString();
    String one =
        as(lead, "AUDITOR")
            .get(letter)
            .then()
            .statusCode(200)
            .body("eventId", equalTo(event))
            .body("state", equalTo("DEAD"))
            .body("attempts", equalTo(3))
            .body("error", equalTo("java.lang.IllegalStateException"))
            .body("discard", nullValue())
            .extract()
            .asString();

    assertFalse(one.contains("personal") || one.contains(key), one);
    assertFalse(list.contains("personal") || list.contains(key), list);
    as(lead, "AUDITOR").get(LETTERS).then().body("items.eventId", hasItem(event));
    as(lead, "AUDITOR")
        .get(LETTERS + "?state=DISCARDED")
        .then()
        .body("items.eventId", not(hasItem(event)));
  }

  @Test
  void the_last_page_says_that_it_is_the_last() {
    List<String> all =
        ledger.column("SELECT id FROM dead_letter WHERE state = 'DEAD' ORDER BY id DESC");
    List<String> walked = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      JsonPath page =
          as(lead, "AUDITOR")
              .get(LETTERS + "?limit=1" + next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      walked.addAll(page.getList("items.id", String.class));
      String cursor = page.getString("nextCursor");
      next = cursor == null ? null : "&cursor=" + cursor;
    }

    assertEquals(all, walked);
    as(lead, "AUDITOR")
        .get(LETTERS + "?limit=" + Math.min(all.size(), 100))
        .then()
        .body("nextCursor", nullValue());
    assertEquals(
        1, as(lead, "AUDITOR").get(LETTERS + "?limit=1").jsonPath().getList("items").size());
  }

  @Test
  void sent_again_it_answers_that_it_waits_and_is_gone_once_it_has_had_its_effect() {
    as(lead, "LEAD")
        .post(letter + "/redrive")
        .then()
        .statusCode(200)
        .body("state", equalTo("PARKED"))
        .body("attempts", equalTo(0))
        .body("nextAttemptAt", notNullValue());
    ledger.succeedOn(event);

    // When
    as(lead, "LEAD").post(letter + "/redrive");

    // Then
    await().atMost(PATIENCE).until(() -> ledger.entries(key).equals(List.of("personal")));
    await().atMost(PATIENCE).until(() -> states().isEmpty());
    problem(as(lead, "LEAD").post(letter + "/redrive").then(), 404, "not-found");
  }

  @Test
  void throwing_it_away_takes_two() {
    // When one asks
    ask(lead, "LEAD", "of no use")
        .body("state", equalTo("DEAD"))
        .body("discard.askedBy", equalTo(lead.toString()))
        .body("discard.reason", equalTo("of no use"))
        .body("discard.approvedBy", nullValue());

    // Then asking again changes nothing, by whomever
    ask(admin, "ADMIN", "another reason")
        .body("state", equalTo("DEAD"))
        .body("discard.askedBy", equalTo(lead.toString()))
        .body("discard.reason", equalTo("of no use"));

    // And they cannot agree with themselves
    problem(approve(lead, "LEAD"), 403, "four-eyes");
    assertEquals(List.of("DEAD"), states());

    // When another agrees, as often as they like
    for (int i = 0; i < 2; i++) {
      approve(admin, "ADMIN")
          .statusCode(200)
          .body("state", equalTo("DISCARDED"))
          .body("discard.askedBy", equalTo(lead.toString()))
          .body("discard.approvedBy", equalTo(admin.toString()));
    }

    // Then that is final
    ask(lead, "LEAD", "once more").body("state", equalTo("DISCARDED"));
    problem(as(lead, "LEAD").post(letter + "/redrive").then(), 409, "dead-letter-discarded")
        .body("state", equalTo("DISCARDED"));
    ledger.succeedOn(event);
    wire.say(key, event, "{\"text\":\"personal\"}");
    wire.say(key, UUID.randomUUID().toString(), "{\"text\":\"after\"}");
    await().atMost(PATIENCE).until(() -> ledger.entries(key).contains("after"));
    assertEquals(List.of("after"), ledger.entries(key));
  }

  @Test
  void nobody_agrees_to_what_nobody_asked_for() {
    problem(approve(lead, "LEAD"), 409, "discard-not-asked").body("state", equalTo("DEAD"));
    ask(lead, "LEAD", "of no use");
    as(admin, "ADMIN").post(letter + "/redrive").then().body("discard", nullValue());
    await().atMost(PATIENCE).until(() -> states().equals(List.of("DEAD")));
    problem(approve(admin, "ADMIN"), 409, "discard-not-asked");
  }

  @ParameterizedTest
  @CsvSource({
    "en, A second person is required",
    "de, Eine zweite Person ist erforderlich",
    "zh-CN, 需要另一人确认"
  })
  void a_refusal_is_told_in_the_language_of_whoever_asks(String language, String title) {
    ask(lead, "LEAD", "of no use");
    as(lead, "LEAD")
        .header("Accept-Language", language)
        .post(letter + "/discard-approval")
        .then()
        .statusCode(403)
        .body("title", equalTo(title))
        .header("Content-Language", equalTo(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLERK", "CUSTOMER", "SUPPORT", "AUDITOR"})
  void others_change_nothing(String role) {
    problem(as(lead, role).post(letter + "/redrive").then(), 403, "forbidden");
    problem(as(lead, role).post(letter + "/discard-approval").then(), 403, "forbidden");
    problem(
        as(lead, role).body(Map.of("reason", "of no use")).delete(letter).then(), 403, "forbidden");
    problem(given().get(LETTERS).then(), 401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"reason\":\"  \"}       | 422 | validation",
        "{\"reason\":null}         | 422 | validation",
        "{}                        | 422 | validation",
        "{\"reason\":1,\"by\":\"\"} | 400 | unreadable",
        "[                         | 400 | unreadable"
      })
  void a_wish_without_a_reason_is_refused(String body, int status, String slug) {
    problem(as(lead, "LEAD").body(body).delete(letter).then(), status, slug);
  }

  @Test
  void an_unknown_one_is_absent() {
    for (String action : List.of("/redrive", "/discard-approval")) {
      problem(as(lead, "LEAD").post(LETTERS + "/0" + action).then(), 404, "not-found");
    }
    problem(as(lead, "LEAD").get(LETTERS + "/0").then(), 404, "not-found");
    problem(
        as(lead, "LEAD").body(Map.of("reason", "of no use")).delete(LETTERS + "/0").then(),
        404,
        "not-found");
  }

  @Test
  void retries_and_duplicates_are_counted() {
    // Given
    double retries = counter("messaging_inbox_retries");
    double duplicates = counter("messaging_inbox_duplicates");
    String twice = UUID.randomUUID().toString();
    ledger.failOn(twice, 2, new IllegalStateException("broken for a moment"));

    // When
    wire.say(key, twice, "{\"text\":\"twice\"}");
    wire.say(key, twice, "{\"text\":\"twice\"}");
    wire.say(key, UUID.randomUUID().toString(), "{\"text\":\"after\"}");

    // Then
    await().atMost(PATIENCE).until(() -> ledger.entries(key).equals(List.of("twice", "after")));
    assertEquals(retries + 2, counter("messaging_inbox_retries"));
    assertEquals(duplicates + 1, counter("messaging_inbox_duplicates"));
  }

  /** As an operator's Prometheus sees it. */
  private double counter(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + "_total{consumer=\"" + ledger.consumer() + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private ValidatableResponse ask(UUID who, String role, String reason) {
    return as(who, role).body(Map.of("reason", reason)).delete(letter).then().statusCode(200);
  }

  private ValidatableResponse approve(UUID who, String role) {
    return as(who, role).post(letter + "/discard-approval").then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:fapiaosuite:problem:" + slug));
  }

  private static RequestSpecification as(UUID who, String role) {
    return given().auth().oauth2(TestTokens.staff(who, role)).contentType(ContentType.JSON);
  }

  private List<String> states() {
    return ledger.column("SELECT state FROM dead_letter WHERE event_id = ?", event);
  }
}
