package org.fapiaosuite.fapiao.stock;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications wait instead of failing, and go on by themselves. */
@QuarkusTest
class WaitingForStockTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant FRIDAY = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T03:00:00Z");

  private final Story story = new Story();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    Shelves.clear();
    clock.set(FRIDAY);
  }

  @AfterEach
  void as_before() {
    clock.reset();
    Shelves.clear();
  }

  @Test
  void out_of_stock_then_an_announced_arrival_then_the_arrival() {
    // Given the last number is held, and another application is accepted
    Shelves.received(1, FRIDAY);
    story.accepted(story.invoiceableBill("10.00"));
    String id = story.submitted(story.invoiceableBill("10.00"));
    staff("CLERK")
        .post(DESK + "/" + id + "/acceptance")
        .then()
        .statusCode(200)
        .body("status", equalTo("WAITING_FOR_STOCK"));

    // Then nothing is promised, nothing is overdue, and it stands in the queue
    JsonPath waiting = story.application(id);
    assertEquals("WAITING_FOR_STOCK", waiting.getString("status"));
    assertNull(waiting.getString("dueAt"));
    assertNull(waiting.getString("expectedIssueAt"));
    assertEquals(1, Shelves.level().getInt("waiting"));
    clock.set(WEDNESDAY);
    staff("CLERK")
        .get(DESK + "?limit=100&status=WAITING_FOR_STOCK&overdue=false")
        .then()
        .body("items.id", hasItem(id));
    staff("CLERK").get(DESK + "?limit=100&overdue=true").then().body("items.id", not(hasItem(id)));

    // When numbers are announced
    Instant announced = WEDNESDAY.plus(Duration.ofHours(2));
    String code = Shelves.code();
    Shelves.arrival(code, 1, 5, announced, null).then().statusCode(200);

    // Then the customer hears of the moment
    await().atMost(PATIENCE).until(() -> announced.toString().equals(expectedIssueAt(id)));
    assertEquals(announced.toString(), Shelves.level().getString("expectedIssueAt"));

    // When they arrive
    staff("LEAD")
        .header("If-Match", "*")
        .body(Map.of("receivedAt", WEDNESDAY.toString()))
        .put(Shelves.CENTRE + "stock-arrivals/" + announcedRange())
        .then()
        .statusCode(200);

    // Then it goes on, and has two working days from that day
    awaitStatus(id, "IN_PROCESS");
    JsonPath taken = story.application(id);
    assertEquals("2026-11-27T09:30:00Z", taken.getString("dueAt"));
    assertNull(taken.getString("expectedIssueAt"));
    assertEquals(0, Shelves.level().getInt("waiting"));
    assertEquals(
        List.of(
            "fapiao.application-submitted.v1",
            "fapiao.application-accepted.v1",
            "fapiao.application-waiting.v1",
            "fapiao.application-waiting.v1",
            "fapiao.application-due-changed.v1"),
        kept(id));
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + id + "/progress")
        .then()
        .body("items", hasSize(5))
        .body("items[2].status", equalTo("WAITING_FOR_STOCK"))
        .body("items[3].details.expectedIssueAt", equalTo(announced.toString()))
        .body("items[4].remark", equalTo("Fapiao can be issued again: new due date"))
        .body("items[4].details.dueAt", equalTo("2026-11-27T09:30:00Z"));
    staff("CLERK")
        .get(DESK + "/" + id)
        .then()
        .body("numbers.code", contains(code))
        .body("numbers.number", contains("00000001"));
  }

  @Test
  void who_is_due_first_is_served_first_whoever_was_accepted_first() {
    Shelves.received(1, FRIDAY);
    story.accepted(story.invoiceableBill("10.00"));
    String earlier = story.submitted(story.invoiceableBill("10.00"));
    clock.set(FRIDAY.plus(Duration.ofDays(3)));
    String later = story.accepted(story.invoiceableBill("10.00"));
    staff("CLERK").post(DESK + "/" + earlier + "/acceptance").then().statusCode(200);
    assertEquals("WAITING_FOR_STOCK", status(later));
    assertEquals("WAITING_FOR_STOCK", status(earlier));

    Shelves.received(1, FRIDAY.plus(Duration.ofDays(3)));

    awaitStatus(earlier, "IN_PROCESS");
    assertEquals("WAITING_FOR_STOCK", status(later));
  }

  @Test
  void one_that_needs_more_than_there_is_is_not_overtaken() {
    Shelves.received(2, FRIDAY);
    String large = story.accepted(story.invoiceableBill("21200000.00"));
    String small = story.accepted(story.invoiceableBill("10.00"));
    assertEquals("WAITING_FOR_STOCK", status(large));
    assertEquals("WAITING_FOR_STOCK", status(small));

    Shelves.received(2, FRIDAY);

    awaitStatus(large, "IN_PROCESS");
    awaitStatus(small, "IN_PROCESS");
    assertEquals(0, Shelves.level().getInt("available"));
  }

  @Test
  void what_a_rejected_one_held_serves_the_first_that_waits() {
    Shelves.received(1, FRIDAY);
    String holder = story.accepted(story.invoiceableBill("10.00"));
    String id = story.accepted(story.invoiceableBill("10.00"));

    staff("CLERK")
        .body(Map.of("reason", "The title is not the registered name."))
        .post(DESK + "/" + holder + "/rejection")
        .then()
        .statusCode(200);

    awaitStatus(id, "IN_PROCESS");
  }

  @Test
  void whose_last_copy_is_spoilt_waits() {
    String code = Shelves.received(1, FRIDAY);
    String id = story.accepted(story.invoiceableBill("10.00"));

    Shelves.waste(code, "00000001").then().statusCode(200).body("waiting", equalTo(1));

    awaitStatus(id, "WAITING_FOR_STOCK");
    Shelves.received(1, FRIDAY);
    awaitStatus(id, "IN_PROCESS");
  }

  @Test
  void what_waits_can_be_issued_under_a_number_that_nobody_registered() {
    Shelves.arrival(Shelves.code(), 1, 1, WEDNESDAY, null).then().statusCode(200);
    String id = story.accepted(story.invoiceableBill("10.00"));
    assertEquals("WAITING_FOR_STOCK", status(id));

    Story.issue(id, Story.number()).then().statusCode(200).body("status", equalTo("ISSUED"));

    assertEquals(0, Shelves.level().getInt("waiting"));
  }

  @Test
  void the_quota_is_used_up_until_the_first_of_the_month() {
    // Given a quota of 200 yuan, half of which is issued
    Shelves.settle(Map.of("monthlyQuota", Story.cny("200.00"))).then().statusCode(200);
    Story.issue(story.accepted(story.invoiceableBill("106.00")), Story.number())
        .then()
        .statusCode(200)
        .body("warnings", hasSize(0));

    // When more is accepted than is left, and then what would fit
    String large = story.accepted(story.invoiceableBill("212.00"));
    String small = story.accepted(story.invoiceableBill("53.00"));

    // Then both wait, one a month longer
    assertEquals("2026-11-30T16:00:00Z", expectedIssueAt(large));
    assertEquals("2026-12-31T16:00:00Z", expectedIssueAt(small));
    assertEquals("100.00", Shelves.level().getString("quota.used.value"));

    // When the month begins
    clock.set(Instant.parse("2026-11-30T15:59:59Z"));
    assertEquals("100.00", Shelves.level().getString("quota.used.value"));
    clock.set(Instant.parse("2026-11-30T16:00:00Z"));

    // Then the first goes on
    awaitStatus(large, "IN_PROCESS");
    assertEquals("2026-12-03T09:30:00Z", story.application(large).getString("dueAt"));
    assertEquals("200.00", Shelves.level().getString("quota.used.value"));
    assertEquals("WAITING_FOR_STOCK", status(small));
  }

  @Test
  void what_no_month_can_bear_waits_and_holds_nobody_up() {
    Shelves.settle(Map.of("monthlyQuota", Story.cny("100.00"))).then().statusCode(200);
    String large = story.accepted(story.invoiceableBill("1060.00"));
    String small = story.accepted(story.invoiceableBill("53.00"));

    assertEquals("WAITING_FOR_STOCK", status(large));
    assertNull(expectedIssueAt(large));
    assertEquals("IN_PROCESS", status(small));
    Shelves.settle(Map.of("monthlyQuota", Story.cny("2000.00"))).then().statusCode(200);
    awaitStatus(large, "IN_PROCESS");
  }

  @Test
  void an_arrival_in_the_holiday_week_counts_from_that_day() {
    // Given an application of the day before the National Day holiday that waits
    clock.set(Instant.parse("2026-09-30T02:00:00Z"));
    Shelves.arrival(Shelves.code(), 1, 1, Instant.parse("2026-10-03T02:00:00Z"), null)
        .then()
        .statusCode(200);
    String id = story.submitted(billPaidInSeptember());
    assertEquals("2026-10-09T09:30:00Z", story.application(id).getString("dueAt"));
    staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    String next = story.accepted(billPaidInSeptember());
    assertEquals("WAITING_FOR_STOCK", status(id));

    // When numbers come on the Saturday of the holiday, and more on the first evening after it
    clock.set(Instant.parse("2026-10-03T02:00:00Z"));
    Shelves.received(1, Instant.parse("2026-10-03T02:00:00Z"));
    awaitStatus(id, "IN_PROCESS");
    clock.set(Instant.parse("2026-10-08T10:00:00Z"));
    Shelves.received(1, Instant.parse("2026-10-08T10:00:00Z"));
    awaitStatus(next, "IN_PROCESS");

    // Then the days off do not count, and the Saturday made up for does
    assertEquals("2026-10-09T09:30:00Z", story.application(id).getString("dueAt"));
    assertEquals("2026-10-12T09:30:00Z", story.application(next).getString("dueAt"));
  }

  private String billPaidInSeptember() {
    String order =
        "E" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);
    Story.publish(
        order,
        "order.paid.v1",
        """
        {"orderNumber":"%s","platform":"simulator","customerId":"%s",
         "payer":{"name":"王小明","email":"finance@contoso.example"},
         "product":"Office 365 E3, 12 months","quantity":1,
         "amount":{"currency":"CNY","value":"10.00"},
         "paidAt":"2026-09-20T01:00:00Z","invoiceableFrom":"2026-09-23T01:00:00Z"}
        """
            .formatted(order, story.customerId));
    Story.publish(
        order,
        "order.invoiceable.v1",
        """
        {"orderNumber":"%s","customerId":"%s","invoiceableFrom":"2026-09-23T01:00:00Z"}
        """
            .formatted(order, story.customerId));
    return story.awaitBill(order, "INVOICEABLE");
  }

  private static String announcedRange() {
    return Shelves.level().getString("ranges.find { it.receivedAt == null }.id");
  }

  private void awaitStatus(String id, String status) {
    await(id + " " + status).atMost(PATIENCE).until(() -> status.equals(status(id)));
  }

  private String status(String id) {
    return story.application(id).getString("status");
  }

  private String expectedIssueAt(String id) {
    return story.application(id).getString("expectedIssueAt");
  }

  /** The types of its events, each of which keeps its contract. */
  private static List<String> kept(String id) {
    List<String> types =
        Story.events(id).stream()
            .map(
                event -> {
                  String[] parts = event.split(" ", 2);
                  Contract.assertKept(parts[0], parts[1]);
                  return parts[0];
                })
            .toList();
    assertTrue(!types.isEmpty());
    return types;
  }
}
