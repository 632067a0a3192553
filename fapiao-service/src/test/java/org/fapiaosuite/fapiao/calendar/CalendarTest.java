package org.fapiaosuite.fapiao.calendar;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Years without a calendar, and what happens when it comes. */
@QuarkusTest
class CalendarTest {

  private static final String YEARS = "/api/v1/service-centre/calendar/";
  private final Story story = new Story();
  @Inject TestClock clock;

  @BeforeEach
  void on_the_last_day_of_the_year() {
    Database.query("DELETE FROM calendar_year RETURNING 1");
    clock.set(Instant.parse("2026-12-31T04:00:00Z"));
  }

  @AfterEach
  void now() {
    Database.query("DELETE FROM calendar_year RETURNING 1");
    clock.reset();
  }

  @Test
  void a_provisional_promise_is_computed_again_when_the_calendar_comes() {
    // Given a promise into a year nobody knows
    String id = story.draft(Story.request(story.invoiceableBill("10.00")));
    story
        .confirm(id)
        .then()
        .body("dueAt", equalTo("2027-01-04T09:30:00Z"))
        .body("provisional", equalTo(true));

    // When the lead loads it
    put("2027", Map.of("offDays", days("2027-01-01", "2027-01-04", "2027-01-05")), null)
        .then()
        .statusCode(200);

    // Then the customer hears of the new day, which is firm
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !story.application(id).getBoolean("provisional"));
    assertEquals("2027-01-07T09:30:00Z", story.application(id).getString("dueAt"));
    String event = Story.events(id).get(1);
    assertTrue(event.startsWith("fapiao.application-due-changed.v1 "), event);
    Contract.assertKept("fapiao.application-due-changed.v1", event.split(" ", 2)[1]);
  }

  @Test
  void a_promise_that_only_becomes_firm_is_no_news_to_the_customer() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    assertTrue(story.application(id).getBoolean("provisional"));
    Map<String, Object> moved =
        Map.of("offDays", days("2027-01-01"), "workDays", days("2027-01-03"));
    put("2027", moved, null).then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !story.application(id).getBoolean("provisional"));
    assertEquals("2027-01-04T09:30:00Z", story.application(id).getString("dueAt"));
    assertEquals(1, Story.events(id).size());
  }

  @Test
  void a_year_is_replaced_with_the_version_that_was_read() {
    Story.staff("CLERK").get(YEARS + "2027").then().statusCode(404);
    put("2027", Map.of(), null).then().statusCode(200);
    put("2027", Map.of(), null).then().statusCode(428);
    String tag = Story.staff("CLERK").get(YEARS + "2027").header("ETag");
    put("2027", Map.of("offDays", days("2027-01-01")), tag).then().statusCode(200);
    put("2027", Map.of(), tag).then().statusCode(412);
    String now = Story.staff("CLERK").get(YEARS + "2027").header("ETag");
    Story.staff("CLERK").header("If-None-Match", now).get(YEARS + "2027").then().statusCode(304);
    Story.staff("CLERK").get(YEARS + "2026").then().statusCode(200);
  }

  @Test
  void an_impossible_calendar_is_refused() {
    put("2027", Map.of("offDays", days("2025-01-01")), null)
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("offDays[0]"));
    put("2027", Map.of("workDays", days("2027-01-04")), null)
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("workDays[0]"));
    put("2027", Map.of("offDays", days("2027-01-02"), "workDays", days("2027-01-02")), null)
        .then()
        .statusCode(422);
    put("1999", Map.of(), null).then().statusCode(422);
    put("x", Map.of(), null).then().statusCode(404);
    Story.staff("CLERK").body(body(Map.of())).put(YEARS + "2027").then().statusCode(403);
  }

  private static Response put(
      String year, Map<String, Object> days, @org.jspecify.annotations.Nullable String tag) {
    var request = Story.staff("LEAD").body(body(days));
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return request.put(YEARS + year);
  }

  private static Map<String, Object> body(Map<String, Object> days) {
    return Map.of(
        "source", "https://www.gov.cn/zhengce/2026?id=1",
        "offDays", days.getOrDefault("offDays", List.of()),
        "workDays", days.getOrDefault("workDays", List.of()));
  }

  private static List<String> days(String... days) {
    return List.of(days);
  }
}
