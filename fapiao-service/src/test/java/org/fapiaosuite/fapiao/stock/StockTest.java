package org.fapiaosuite.fapiao.stock;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers that are registered, held, issued and spoilt. */
@QuarkusTest
class StockTest {

  static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

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
  void a_kind_is_without_limit_until_a_range_is_registered() {
    staff("AUDITOR")
        .get(Shelves.CENTRE + "capacity")
        .then()
        .statusCode(200)
        .body("items", hasSize(4))
        .body("items.kept", contains(false, false, false, false))
        .body("items[0].available", nullValue());

    String id = story.accepted(story.invoiceableBill("10.00"));

    assertEquals("IN_PROCESS", story.application(id).getString("status"));
    staff("CLERK").get(DESK + "/" + id).then().body("numbers", nullValue());
  }

  @Test
  void an_accepted_application_holds_the_next_number_and_is_issued_under_it() {
    String code = Shelves.received(3, NOW);

    String id = story.accepted(story.invoiceableBill("10.00"));

    staff("CLERK")
        .get(DESK + "/" + id)
        .then()
        .body("numbers.code", contains(code))
        .body("numbers.number", contains("00000001"));
    assertEquals(2, Shelves.level().getInt("available"));
    assertEquals("00000002", Shelves.level().getString("ranges[0].next"));
    issue(id, code, "00000001").then().statusCode(200).body("warnings", hasSize(0));
    assertEquals(2, Shelves.level().getInt("available"));
  }

  @Test
  void what_was_accepted_before_any_were_kept_gets_the_first_numbers() {
    String id = story.accepted(story.invoiceableBill("10.00"));

    Shelves.received(1, NOW);

    staff("CLERK").get(DESK + "/" + id).then().body("numbers.number", contains("00000001"));
    assertEquals(0, Shelves.level().getInt("available"));
  }

  @Test
  void an_application_holds_a_number_for_each_fapiao_it_yields() {
    Shelves.received(4, NOW);

    String id = story.accepted(story.invoiceableBill("21200000.00"));

    staff("CLERK")
        .get(DESK + "/" + id)
        .then()
        .body("numbers.number", contains("00000001", "00000002", "00000003"));
    assertEquals(1, Shelves.level().getInt("available"));
  }

  @Test
  void a_rejected_application_gives_its_number_back() {
    Shelves.received(2, NOW);
    String id = story.accepted(story.invoiceableBill("10.00"));
    story.accepted(story.invoiceableBill("10.00"));

    staff("CLERK")
        .body(Map.of("reason", "The title is not the registered name."))
        .post(DESK + "/" + id + "/rejection")
        .then()
        .statusCode(200);

    assertEquals(1, Shelves.level().getInt("available"));
    assertEquals("00000001", Shelves.level().getString("ranges[0].next"));
  }

  @Test
  void a_refund_that_leaves_fewer_fapiao_gives_numbers_back() {
    Shelves.received(3, NOW);
    String order = story.paidOrder("21200000.00");
    String id = story.accepted(story.invoiceable(order));

    story.refunded(order, "21100000.00");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> story.application(id).getString("amount.value").equals("100000.00"));

    assertEquals(2, Shelves.level().getInt("available"));
    staff("CLERK").get(DESK + "/" + id).then().body("numbers.number", contains("00000001"));
  }

  @Test
  void a_number_outside_the_ranges_is_taken_with_a_warning() {
    Shelves.received(1, NOW);
    String id = story.accepted(story.invoiceableBill("10.00"));

    Story.issue(id, Story.number())
        .then()
        .statusCode(200)
        .body("status", equalTo("ISSUED"))
        .body("warnings.code", contains("number-outside-stock"));

    assertEquals(1, Shelves.level().getInt("available"));
    assertEquals(List.of(), story.application(id).getList("warnings"));
  }

  @Test
  void who_prints_anothers_number_swaps_with_them() {
    String code = Shelves.received(2, NOW);
    String first = story.accepted(story.invoiceableBill("10.00"));
    String second = story.accepted(story.invoiceableBill("10.00"));

    issue(first, code, "00000002").then().statusCode(200).body("warnings", hasSize(0));

    staff("CLERK").get(DESK + "/" + second).then().body("numbers.number", contains("00000001"));
    assertEquals(0, Shelves.level().getInt("available"));
    issue(second, code, "00000001").then().statusCode(200);
  }

  @Test
  void a_spoilt_copy_is_replaced_and_cannot_be_issued() {
    String code = Shelves.received(2, NOW);
    String id = story.accepted(story.invoiceableBill("10.00"));

    Shelves.waste(code, "00000001").then().statusCode(200).body("available", equalTo(0));
    Shelves.waste(code, "00000001").then().statusCode(200).body("available", equalTo(0));

    staff("CLERK").get(DESK + "/" + id).then().body("numbers.number", contains("00000002"));
    issue(id, code, "00000001")
        .then()
        .statusCode(422)
        .body("violations.field", contains("fapiaos[0].number"));
    issue(id, code, "00000002").then().statusCode(200);
    Shelves.waste(code, "00000002")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:fapiao-number-used"));
    Shelves.waste(code, "00000003")
        .then()
        .statusCode(422)
        .body("violations.field", contains("number"));
  }

  @Test
  void announced_numbers_count_once_they_are_received() {
    String code = Shelves.code();
    Shelves.arrival(code, 1, 5, NOW.plus(Duration.ofDays(3)), null)
        .then()
        .statusCode(200)
        .body("kept", equalTo(true))
        .body("available", equalTo(0))
        .body("ranges[0].available", equalTo(0))
        .body("ranges[0].receivedAt", nullValue());
    JsonPath level = Shelves.level();
    String range = Shelves.CENTRE + "stock-arrivals/" + level.getString("ranges[0].id");

    staff("LEAD").body(Map.of("receivedAt", NOW.toString())).put(range).then().statusCode(428);
    staff("LEAD")
        .header("If-Match", "\"999-en\"")
        .body(Map.of("receivedAt", NOW.toString()))
        .put(range)
        .then()
        .statusCode(412);
    staff("LEAD")
        .header("If-Match", staff("LEAD").get(Shelves.KIND).header("ETag"))
        .body(Map.of("receivedAt", NOW.toString()))
        .put(range)
        .then()
        .statusCode(200)
        .body("available", equalTo(5))
        .body("ranges[0].next", equalTo("00000001"));
  }

  @Test
  void a_range_in_use_cannot_be_unreceived() {
    Shelves.received(2, NOW);
    story.accepted(story.invoiceableBill("10.00"));
    String range = Shelves.CENTRE + "stock-arrivals/" + Shelves.level().getString("ranges[0].id");

    staff("LEAD")
        .header("If-Match", "*")
        .body(Map.of("expectedAt", NOW.plus(Duration.ofDays(1)).toString()))
        .put(range)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:stock-in-use"));
  }

  @Test
  void a_range_is_scheduled_for_a_moment_that_can_be() {
    Shelves.arrival(Shelves.code(), 1, 5, NOW.plus(Duration.ofDays(3)), null)
        .then()
        .statusCode(200);
    String range = Shelves.CENTRE + "stock-arrivals/" + Shelves.level().getString("ranges[0].id");

    schedule(range, Map.of())
        .then()
        .statusCode(422)
        .body("violations.field", contains("expectedAt"));
    schedule(range, Map.of("expectedAt", NOW.toString()))
        .then()
        .statusCode(422)
        .body("violations.field", contains("expectedAt"));
    schedule(range, Map.of("receivedAt", NOW.plusMillis(1).toString()))
        .then()
        .statusCode(422)
        .body("violations.field", contains("receivedAt"));
    schedule(
            Shelves.CENTRE + "stock-arrivals/" + UUID.randomUUID(),
            Map.of("receivedAt", NOW.toString()))
        .then()
        .statusCode(404);
  }

  @Test
  void numbers_are_used_in_the_order_in_which_they_came() {
    String later = Shelves.received(1, NOW);
    String earlier = Shelves.received(1, NOW.minus(Duration.ofDays(1)));

    String first = story.accepted(story.invoiceableBill("10.00"));
    String second = story.accepted(story.invoiceableBill("10.00"));

    staff("CLERK").get(DESK + "/" + first).then().body("numbers.code", contains(earlier));
    staff("CLERK").get(DESK + "/" + second).then().body("numbers.code", contains(later));
  }

  @Test
  void a_list_looks_up_no_numbers_and_auditors_are_shown_none() {
    Shelves.received(1, NOW);
    String id = story.accepted(story.invoiceableBill("10.00"));

    staff("AUDITOR").get(DESK + "/" + id).then().body("numbers", nullValue());
    staff("CLERK")
        .get(DESK + "?limit=100&status=IN_PROCESS")
        .then()
        .body("items.id", hasItem(id))
        .body("items.numbers.flatten().findAll { it != null }", hasSize(0));
    story.customer().get(Story.APPLICATIONS + "/" + id).then().body("numbers", nullValue());
  }

  @Test
  void overlapping_ranges_are_refused_naming_the_other_one() {
    String code = Shelves.code();
    Shelves.arrival(code, 10, 20, null, NOW).then().statusCode(200);

    for (int[] range : new int[][] {{1, 10}, {20, 30}, {12, 15}, {1, 99}, {10, 20}}) {
      Shelves.arrival(code, range[0], range[1], null, NOW)
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:fapiaosuite:problem:range-overlaps"))
          .body("detail", containsString("00000010"))
          .body("detail", containsString(code));
    }
    Shelves.arrival(code, 1, 9, null, NOW).then().statusCode(200);
    Shelves.arrival(Shelves.code(), 10, 20, null, NOW).then().statusCode(200);
  }

  @Test
  void what_cannot_arrive_is_refused() {
    String code = Shelves.code();
    Instant before = NOW.minusMillis(1);
    Shelves.arrival(code, 5, 4, null, NOW)
        .then()
        .statusCode(422)
        .body("violations.field", contains("last"));
    Shelves.arrival(code, 1, 1_000_001, null, NOW)
        .then()
        .statusCode(422)
        .body("violations.field", contains("last"));
    Shelves.arrival(code, 1, 2, before, null)
        .then()
        .statusCode(422)
        .body("violations.field", contains("expectedAt"));
    Shelves.arrival(code, 1, 2, null, null)
        .then()
        .statusCode(422)
        .body("violations.field", contains("expectedAt"));
    Shelves.arrival(code, 1, 2, Instant.parse("9999-01-01T00:00:00Z"), null)
        .then()
        .statusCode(422)
        .body("violations.field", contains("expectedAt"));
    Shelves.arrival(code, 1, 2, null, NOW.plusMillis(1))
        .then()
        .statusCode(422)
        .body("violations.field", contains("receivedAt"));
    Shelves.arrival(code, 1, 2, null, NOW.minus(Duration.ofDays(32)))
        .then()
        .statusCode(422)
        .body("violations.field", contains("receivedAt"));
    for (String wrong : List.of("3100261130", "310026132", "031001900113", "31002613a0", "")) {
      Shelves.arrival(wrong, 1, 2, null, NOW)
          .then()
          .statusCode(422)
          .body("violations.field", contains("code"));
    }
    assertFalse(Shelves.level().getBoolean("kept"));
  }

  @Test
  void a_quota_below_what_is_used_is_refused() {
    story.accepted(story.invoiceableBill("106.00"));

    Shelves.settle(Map.of("monthlyQuota", Story.cny("99.99")))
        .then()
        .statusCode(422)
        .body("violations.field", contains("monthlyQuota"))
        .body("violations[0].message", containsString("100.00"));
    Shelves.settle(Map.of("monthlyQuota", Story.cny("0.00")))
        .then()
        .statusCode(422)
        .body("violations.field", contains("monthlyQuota"));
    Shelves.settle(Map.of("threshold", -1))
        .then()
        .statusCode(422)
        .body("violations.field", contains("threshold"));
    Shelves.settle(Map.of("monthlyQuota", Story.cny("100.00"), "threshold", 3))
        .then()
        .statusCode(200)
        .body("kept", equalTo(true))
        .body("threshold", equalTo(3))
        .body("low", equalTo(true))
        .body("quota.used.value", equalTo("100.00"))
        .body("quota.resetsAt", equalTo("2026-11-30T16:00:00Z"));
    staff("LEAD").body(Map.of()).put(Shelves.KIND).then().statusCode(428);
    staff("LEAD")
        .header("If-Match", "\"999-en\"")
        .body(Map.of())
        .put(Shelves.KIND)
        .then()
        .statusCode(412);
    staff("LEAD").get(Shelves.CENTRE + "capacity/ORDINARY/STONE").then().statusCode(404);
    staff("CLERK").header("If-Match", "*").body(Map.of()).put(Shelves.KIND).then().statusCode(403);
    staff("LEAD")
        .header("If-Match", "*")
        .body(Map.of())
        .put(Shelves.CENTRE + "capacity/ORDINARY/STONE")
        .then()
        .statusCode(404);
  }

  private static Response schedule(String range, Map<String, Object> when) {
    return staff("LEAD").header("If-Match", "*").body(when).put(range);
  }

  private static Response issue(String id, String code, String number) {
    return staff("CLERK")
        .body(
            Map.of(
                "fapiaos",
                List.of(
                    Map.of(
                        "numberScheme",
                        "LEGACY_CODE_NUMBER",
                        "code",
                        code,
                        "number",
                        number,
                        "issuedOn",
                        "2026-11-20"))))
        .post(DESK + "/" + id + "/issue");
  }
}
