package org.fapiaosuite.fapiao.queue;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A promise that is at risk is told in time, once; then it is broken, and counts as such. */
@QuarkusTest
class PromiseAtRiskTest {

  /** Friday noon in China; due on Tuesday at 17:30, so at risk from 13:30. */
  private static final Instant FRIDAY = Instant.parse("2027-06-18T04:00:00Z");

  private static final Instant DUE = Instant.parse("2027-06-22T09:30:00Z");
  private static final Instant RISK = Instant.parse("2027-06-22T05:30:00Z");

  private final Story story = new Story();
  @Inject TestClock clock;
  @Inject PromiseWatch watch;
  @Inject MeterRegistry metrics;

  @BeforeEach
  void on_friday() throws SQLException {
    // what other tests left behind is nobody's concern here
    run("UPDATE application SET status = 'CANCELLED' WHERE due_at IS NOT NULL");
    run("DELETE FROM outbox WHERE type = '" + PromiseAtRisk.TYPE + "'");
    clock.set(FRIDAY);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void at_risk_then_breached() throws SQLException {
    // Given
    String id = story.accepted(story.invoiceableBill("10.00"));
    String order = story.application(id).getString("items[0].orderNumber");
    assertEquals(DUE.toString(), story.application(id).getString("dueAt"));

    // When it is not at risk yet
    clock.set(RISK.minusMillis(1));
    watch.warn();
    assertEquals(List.of(), warnings());
    expect(id, false, false);

    // Then it is at risk, and told once
    clock.set(RISK);
    assertEquals(1, watch.warn());
    assertEquals(0, watch.warn());
    List<String> told = warnings();
    assertEquals(1, told.size());
    Contract.assertKept(PromiseAtRisk.TYPE, told.get(0));
    JsonPath risk = JsonPath.from(told.get(0));
    assertEquals(DUE.toString(), risk.getString("dueAt"));
    assertEquals(1, risk.getInt("applications"));
    assertEquals(List.of(order), risk.getList("orderNumbers"));
    expect(id, true, false);
    assertEquals(1, gauge("fapiao.promises.at.risk"));
    assertEquals(0, gauge("fapiao.promises.broken"));

    // Then it is broken
    clock.set(DUE.plusMillis(1));
    assertEquals(0, watch.warn());
    expect(id, false, true);
    assertEquals(0, gauge("fapiao.promises.at.risk"));
    assertEquals(1, gauge("fapiao.promises.broken"));
    assertEquals("0.0000", counts().getString("onTimeRate"));

    // Then issued, late: nothing is to be done any more, and the rate remembers
    Story.issue(id, Story.number()).then().statusCode(200);
    expect(id, false, false);
    assertEquals(0, gauge("fapiao.promises.broken"));
    assertEquals("0.0000", counts().getString("onTimeRate"));
  }

  @Test
  void all_that_are_due_together_are_told_together() throws SQLException {
    for (int i = 0; i < 25; i++) {
      story.submitted(story.invoiceableBill("10.00"));
    }
    clock.set(RISK);

    watch.warn();

    JsonPath risk = JsonPath.from(warnings().get(0));
    assertEquals(25, risk.getInt("applications"));
    assertEquals(20, risk.getList("orderNumbers").size());
    Contract.assertKept(PromiseAtRisk.TYPE, warnings().get(0));
  }

  @Test
  void what_is_issued_or_cancelled_is_at_no_risk() throws SQLException {
    story.issued(story.invoiceableBill("10.00"));
    String cancelled = story.submitted(story.invoiceableBill("10.00"));
    story
        .customer()
        .post(Story.APPLICATIONS + "/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    clock.set(RISK);

    assertEquals(0, watch.warn());

    assertEquals(List.of(), warnings());
  }

  @Test
  void a_promise_that_is_made_anew_is_told_anew() throws SQLException {
    String id = story.submitted(story.invoiceableBill("10.00"));
    clock.set(RISK);
    assertEquals(1, watch.warn());
    run("UPDATE application SET due_at = '2027-06-23T09:30:00Z' WHERE id = '" + id + "'");

    assertEquals(0, watch.warn());
    clock.set(Instant.parse("2027-06-23T05:30:00Z"));
    assertEquals(1, watch.warn());
  }

  @Test
  void the_rate_is_of_what_was_due_in_the_last_thirty_working_days() throws SQLException {
    // Given three in time, one late, one rejected, one due before the stretch
    for (int i = 0; i < 3; i++) {
      story.issued(story.invoiceableBill("10.00"));
    }
    String late = story.accepted(story.invoiceableBill("10.00"));
    String rejected = story.accepted(story.invoiceableBill("10.00"));
    Story.staff("CLERK")
        .body(java.util.Map.of("reason", "Not registered."))
        .post(DESK + "/" + rejected + "/rejection")
        .then()
        .statusCode(200);
    assertNull(counts().getString("onTimeRate"));

    // When their day has passed
    clock.set(DUE.plusSeconds(1));
    Story.issue(late, Story.number()).then().statusCode(200);
    assertEquals("0.7500", counts().getString("onTimeRate"));

    // Then they count on the thirtieth working day, and no longer on the next: years without a
    // calendar work Monday to Friday
    clock.set(Instant.parse("2027-08-02T15:59:59Z"));
    assertEquals("0.7500", counts().getString("onTimeRate"));
    clock.set(Instant.parse("2027-08-02T16:00:00Z"));
    assertNull(counts().getString("onTimeRate"));
  }

  @Test
  void counts_are_by_status() {
    story.submitted(story.invoiceableBill("10.00"));
    story.submitted(story.invoiceableBill("10.00"));
    story.accepted(story.invoiceableBill("10.00"));
    story.draft(Story.request(story.invoiceableBill("10.00")));

    JsonPath counts = counts();

    assertEquals(2, counts.getInt("items.find { it.status == 'SUBMITTED' }.count"));
    assertEquals(1, counts.getInt("items.find { it.status == 'IN_PROCESS' }.count"));
    assertNull(counts.get("items.find { it.status == 'DRAFT' }"));
  }

  private static void expect(String id, boolean atRisk, boolean overdue) {
    Story.staff("CLERK")
        .get(DESK + "?atRisk=true")
        .then()
        .body("items.id", atRisk ? contains(id) : empty());
    Story.staff("CLERK")
        .get(DESK + "?overdue=true")
        .then()
        .body("items.id", overdue ? contains(id) : empty());
    JsonPath counts = counts();
    assertEquals(atRisk ? 1 : 0, sum(counts, "atRisk"));
    assertEquals(overdue ? 1 : 0, sum(counts, "overdue"));
  }

  private static int sum(JsonPath counts, String part) {
    return counts.<Integer>getList("items." + part).stream().mapToInt(Integer::intValue).sum();
  }

  private static JsonPath counts() {
    return Story.staff("CLERK").get(DESK + "/counts").then().statusCode(200).extract().jsonPath();
  }

  private long gauge(String name) {
    return Math.round(metrics.get(name).gauge().value());
  }

  /** What was told of promises since this test began. */
  private static List<String> warnings() {
    String told =
        Database.query(
            "SELECT coalesce(string_agg(data, E'\\n' ORDER BY id), '') FROM outbox WHERE type = '"
                + PromiseAtRisk.TYPE
                + "'");
    return told.lines().toList();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
