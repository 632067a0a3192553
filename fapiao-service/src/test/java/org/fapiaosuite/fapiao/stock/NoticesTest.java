package org.fapiaosuite.fapiao.stock;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices that come and go by themselves, and those that a lead puts up. */
@QuarkusTest
class NoticesTest {

  private static final Instant NOW = StockTest.NOW;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DESK = Shelves.CENTRE + "notices";

  private final Story story = new Story();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    Shelves.clear();
    clock.set(NOW);
  }

  @AfterEach
  void as_before() {
    clock.reset();
    Shelves.clear();
  }

  @Test
  void a_notice_comes_with_the_first_that_waits_and_goes_with_the_last() {
    // Given nobody waits
    Shelves.received(1, NOW);
    story.accepted(story.invoiceableBill("10.00"));
    notices("en").body("items", hasSize(0));

    // When the first has to wait
    story.accepted(story.invoiceableBill("10.00"));
    story.accepted(story.invoiceableBill("10.00"));

    // Then there is one notice, of that kind
    notices("en")
        .body("items", hasSize(1))
        .body("items[0].type", equalTo("ORDINARY"))
        .body("items[0].medium", equalTo("PAPER"))
        .body("items[0].expectedIssueAt", nullValue());
    String notice = notices("en").extract().path("items[0].id");

    // When an arrival is announced, then it names the moment
    Instant announced = NOW.plus(Duration.ofDays(4));
    Shelves.arrival(Shelves.code(), 1, 1, announced, null).then().statusCode(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> notices("en").body("items[0].expectedIssueAt", equalTo(announced.toString())));

    // When one is served it stays, when both are it goes
    Shelves.received(1, NOW);
    await().atMost(PATIENCE).until(() -> Shelves.level().getInt("waiting") == 1);
    notices("en").body("items.id", hasItem(notice));
    Shelves.received(1, NOW);
    await().atMost(PATIENCE).until(() -> Shelves.level().getInt("waiting") == 0);
    notices("en").body("items", hasSize(0));
    assertEquals(List.of("fapiao.notice-published.v1", "fapiao.notice-withdrawn.v1"), kept(notice));
  }

  @Test
  void whoever_applies_reads_it_before_and_after_the_confirmation() {
    Shelves.arrival(Shelves.code(), 1, 1, NOW.plus(Duration.ofDays(4)), null)
        .then()
        .statusCode(200);
    story.accepted(story.invoiceableBill("10.00"));
    String bill = story.invoiceableBill("10.00");

    story
        .customer()
        .get("/api/v1/bills/" + bill + "/application-defaults")
        .then()
        .statusCode(200)
        .body("notices.type", hasItem("ORDINARY"));
    String draft = story.draft(Story.request(bill));
    assertEquals(1, story.application(draft).getList("notices").size());
    story
        .confirm(draft)
        .then()
        .statusCode(200)
        .body("notices", hasSize(1))
        .body("notices[0].expectedIssueAt", equalTo("2026-11-24T04:00:00Z"))
        .body("notices[0].text", containsString("ordinary paper Fapiao"));
    Map<String, Object> electronic = Story.request(story.invoiceableBill("10.00"));
    electronic.put("medium", "ELECTRONIC");
    electronic.put("delivery", Map.of("method", "EMAIL", "recipient", "a@contoso.example"));
    assertEquals(0, story.application(story.draft(electronic)).getList("notices").size());
  }

  @ParameterizedTest
  @CsvSource({"en, ordinary paper Fapiao", "zh-CN, 纸质普通发票", "de, gewöhnliches Fapiao auf Papier"})
  void it_is_said_in_each_language(String language, String kind) {
    Shelves.arrival(Shelves.code(), 1, 1, NOW.plus(Duration.ofDays(4)), null)
        .then()
        .statusCode(200);
    story.accepted(story.invoiceableBill("10.00"));

    notices(language).body("items[0].text", containsString(kind));
  }

  @Test
  void a_notice_by_hand_is_read_in_each_language_until_it_is_withdrawn() {
    String id =
        publish(request(Map.of("type", "SPECIAL")))
            .then()
            .statusCode(201)
            .body("text.'zh-CN'", equalTo("专用发票暂时无法开具。"))
            .body("publishedAt", equalTo(NOW.toString()))
            .extract()
            .path("id");
    notices("de").body("items.text", hasItem("Zurzeit kein Spezial-Fapiao."));
    notices("zh-CN").body("items.text", hasItem("专用发票暂时无法开具。"));
    notices("fr").body("items.text", hasItem("No special Fapiao at present."));

    staff("LEAD").delete(DESK + "/" + id).then().statusCode(204);
    staff("LEAD").delete(DESK + "/" + id).then().statusCode(204);

    notices("en").body("items.id", not(hasItem(id)));
    assertEquals(List.of("fapiao.notice-published.v1", "fapiao.notice-withdrawn.v1"), kept(id));
    staff("LEAD").delete(DESK + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void a_notice_ends_by_itself_when_its_time_has_come() {
    Instant until = NOW.plus(Duration.ofHours(5));
    String id =
        publish(request(Map.of("until", until.toString())))
            .then()
            .statusCode(201)
            .body("until", equalTo(until.toString()))
            .extract()
            .path("id");
    clock.set(until.minusMillis(1));
    notices("en").body("items.id", hasItem(id));
    clock.set(until);
    notices("en").body("items.id", not(hasItem(id)));
  }

  @Test
  void one_that_came_by_itself_cannot_be_withdrawn() {
    Shelves.arrival(Shelves.code(), 1, 1, NOW.plus(Duration.ofDays(4)), null)
        .then()
        .statusCode(200);
    story.accepted(story.invoiceableBill("10.00"));
    String id = notices("en").extract().path("items[0].id");

    staff("LEAD")
        .delete(DESK + "/" + id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:automatic-notice"));
  }

  @Test
  void what_says_nothing_or_too_late_is_refused() {
    publish(request(Map.of("expectedIssueAt", NOW.toString()))).then().statusCode(422);
    publish(request(Map.of("until", NOW.toString()))).then().statusCode(422);
    publish(request(Map.of("until", "9999-01-01T00:00:00Z"))).then().statusCode(422);
    publish(request(Map.of("text", Map.of("en", "x", "de", "x")))).then().statusCode(422);
    publish(request(Map.of("text", Map.of("zh-CN", "x", "en", "x", "de", " "))))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("text.de"));
    publish(request(Map.of("text", Map.of("zh-CN", "x", "en", "<b>", "de", "x"))))
        .then()
        .statusCode(422);
    publish(request(Map.of("text", Map.of("zh-CN", "x", "en", "x".repeat(301), "de", "x"))))
        .then()
        .statusCode(422);
    staff("CLERK").body(request(Map.of())).post(DESK).then().statusCode(403);
    notices("en").body("items", hasSize(0));
  }

  private static ValidatableResponse notices(String language) {
    return given()
        .header("Accept-Language", language)
        .get("/api/v1/notices")
        .then()
        .statusCode(200);
  }

  private static Response publish(Map<String, Object> request) {
    return staff("LEAD").body(request).post(DESK);
  }

  private static Map<String, Object> request(Map<String, Object> other) {
    Map<String, Object> request = new HashMap<>();
    request.put(
        "text",
        Map.of(
            "zh-CN", "专用发票暂时无法开具。",
            "en", "No special Fapiao at present.",
            "de", "Zurzeit kein Spezial-Fapiao."));
    request.put("expectedIssueAt", NOW.plus(Duration.ofDays(2)).toString());
    request.putAll(other);
    return request;
  }

  private static List<String> kept(String notice) {
    List<String> events = Story.events(notice);
    events.forEach(event -> Contract.assertKept(event.split(" ", 2)[0], event.split(" ", 2)[1]));
    assertTrue(!events.isEmpty());
    return events.stream().map(event -> event.split(" ", 2)[0]).toList();
  }
}
