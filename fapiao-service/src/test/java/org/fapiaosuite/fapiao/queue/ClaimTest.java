package org.fapiaosuite.fapiao.queue;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clerks, one application: one works on it, the other keeps off. */
@QuarkusTest
class ClaimTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
  private static final String CLAIMED = "urn:fapiaosuite:problem:application-claimed";

  private final Story story = new Story();
  private final UUID mei = UUID.randomUUID();
  private final UUID jun = UUID.randomUUID();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    clock.set(NOW);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void two_clerks_do_not_do_the_same() {
    // Given
    String id = story.submitted(story.invoiceableBill("10.00"));

    // When one takes it
    claim(mei, id)
        .then()
        .statusCode(200)
        .body("claimedBy", equalTo(mei.toString()))
        .body("claimedUntil", equalTo(NOW.plus(Duration.ofMinutes(15)).toString()));

    // Then the other can do nothing with it
    claim(jun, id).then().statusCode(409).body("type", equalTo(CLAIMED));
    for (Response refused :
        List.of(
            as(jun).post(DESK + "/" + id + "/acceptance"),
            as(jun).body(Map.of("reason", "No.")).post(DESK + "/" + id + "/rejection"),
            as(jun).delete(DESK + "/" + id + "/claim"))) {
      refused.then().statusCode(409).body("type", equalTo(CLAIMED));
    }
    as(mei).post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    as(jun).body(numbers()).post(DESK + "/" + id + "/issue").then().statusCode(409);
    as(mei).body(numbers()).post(DESK + "/" + id + "/issue").then().statusCode(200);
  }

  @Test
  void a_claim_ends_by_itself_and_lasts_longer_when_it_is_made_again() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    claim(mei, id).then().statusCode(200);
    clock.set(NOW.plus(Duration.ofMinutes(10)));
    claim(mei, id).then().statusCode(200);

    clock.set(NOW.plus(Duration.ofMinutes(24)));
    claim(jun, id).then().statusCode(409);
    clock.set(NOW.plus(Duration.ofMinutes(25)));
    claim(jun, id).then().statusCode(200).body("claimedBy", equalTo(jun.toString()));
  }

  @Test
  void a_released_application_is_anybodys() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    claim(mei, id).then().statusCode(200);

    as(mei)
        .delete(DESK + "/" + id + "/claim")
        .then()
        .statusCode(200)
        .body("claimedBy", nullValue())
        .body("claimedUntil", nullValue());

    as(jun).delete(DESK + "/" + id + "/claim").then().statusCode(200);
    claim(jun, id).then().statusCode(200);
  }

  @Test
  void a_lead_ends_somebody_elses_claim() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    claim(mei, id).then().statusCode(200);

    Story.staff("LEAD").delete(DESK + "/" + id + "/claim").then().statusCode(200);

    claim(jun, id).then().statusCode(200);
  }

  @Test
  void the_list_tells_whose_it_is_and_the_customer_does_not_see_it() {
    String id = story.submitted(story.invoiceableBill("10.00"));
    String free = story.submitted(story.invoiceableBill("11.00"));
    claim(mei, id).then().statusCode(200);
    String search = "&limit=100&search=" + story.application(id).getString("items[0].orderNumber");
    String other = "&limit=100&search=" + story.application(free).getString("items[0].orderNumber");

    as(mei)
        .get(DESK + "?claim=ME" + search)
        .then()
        .body("items.id", contains(id))
        .body("items.claimedBy", contains(mei.toString()));
    as(jun).get(DESK + "?claim=OTHERS" + search).then().body("items.id", contains(id));
    as(jun).get(DESK + "?claim=ME" + search).then().body("items.id", not(hasItem(id)));
    as(jun).get(DESK + "?claim=NOBODY" + search).then().body("items.id", not(hasItem(id)));
    as(jun).get(DESK + "?claim=NOBODY" + other).then().body("items.id", contains(free));
    story.customer().get(Story.APPLICATIONS + "/" + id).then().body("$", not(hasKey("claimedBy")));
  }

  @Test
  void a_draft_and_an_absent_one_cannot_be_claimed() {
    String draft = story.draft(Story.request(story.invoiceableBill("10.00")));

    for (String id : List.of(draft, UUID.randomUUID().toString())) {
      claim(mei, id).then().statusCode(404);
      as(mei).delete(DESK + "/" + id + "/claim").then().statusCode(404);
    }
  }

  private static Response claim(UUID clerk, String id) {
    return as(clerk).post(DESK + "/" + id + "/claim");
  }

  private static RequestSpecification as(UUID clerk) {
    return Story.as(TestTokens.staff(clerk, "CLERK"));
  }

  private static Map<String, ?> numbers() {
    return Map.of(
        "fapiaos",
        List.of(
            Map.of(
                "numberScheme", "LEGACY_CODE_NUMBER",
                "code", "3100261320",
                "number", Story.number(),
                "issuedOn", "2026-11-18")));
  }
}
