package org.fapiaosuite.fapiao.orders;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** What a refund, a hold and events in strange order do to bills and applications. */
@QuarkusTest
class RefundTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Story story = new Story();

  @Test
  void a_refund_before_the_application_leaves_less() {
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    story.refunded(order, "270.00");
    story.awaitBill(order, "invoiceableAmount.value", "1000.00");
    String id = story.draft(Story.request(bill));
    story.confirm(id).then().statusCode(200).body("amount.value", contains1000());
  }

  @Test
  void a_refund_between_draft_and_confirmation_is_told() {
    String order = story.paidOrder("1270.00");
    String id = story.draft(Story.request(story.invoiceable(order)));
    story.refunded(order, "270.00");
    story.awaitBill(order, "invoiceableAmount.value", "1000.00");
    story
        .confirm(id)
        .then()
        .statusCode(409)
        .body("type", org.hamcrest.Matchers.equalTo("urn:fapiaosuite:problem:amount-changed"))
        .body("detail", org.hamcrest.Matchers.containsString("1000.00"));
  }

  @Test
  void a_refund_shrinks_a_submitted_application() {
    String order = story.paidOrder("1270.00");
    String id = story.submitted(story.invoiceable(order));
    story.refunded(order, "270.00");
    await()
        .atMost(PATIENCE)
        .until(() -> story.application(id).getString("amount.value").equals("1000.00"));
    assertEquals("943.40", story.application(id).getString("netAmount.value"));
    assertTrue(
        Story.events(id).get(1).startsWith("fapiao.application-reduced.v1 "),
        () -> Story.events(id).toString());
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + id + "/progress")
        .then()
        .body("items.remark", hasItem("Amount reduced after a refund"))
        .body("items[1].details.amount", contains1000());
    assertEquals("0", deficit(order));
  }

  @Test
  void a_full_refund_cancels_an_accepted_application() {
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    String id = story.accepted(bill);
    story.refunded(order, "1270.00");
    await()
        .atMost(PATIENCE)
        .until(() -> story.application(id).getString("status").equals("CANCELLED"));
    assertEquals("REFUNDED", story.bill(bill).getString("blockReason"));
    assertTrue(Story.events(id).get(2).contains("\"by\":\"SYSTEM\""));
  }

  @Test
  void a_refund_takes_from_one_of_several_bills() {
    String order = story.paidOrder("100.00");
    String bill = story.invoiceable(order);
    String other = story.invoiceableBill("50.00");
    String id = story.submitted(bill, other);
    story.refunded(order, "100.00");
    await()
        .atMost(PATIENCE)
        .until(() -> story.application(id).getString("amount.value").equals("50.00"));
    assertEquals("SUBMITTED", story.application(id).getString("status"));
    Story.staff("CLERK").post(Story.DESK + "/" + id + "/acceptance").then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    assertEquals("ISSUED", story.bill(other).getString("status"));
  }

  @Test
  void a_refund_after_the_issue_leaves_a_deficit() {
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    String id = story.issued(bill);
    story.refunded(order, "270.00");
    await().atMost(PATIENCE).until(() -> deficit(order).equals("27000"));
    assertEquals("ISSUED", story.application(id).getString("status"));
    assertEquals("1270.00", story.application(id).getString("amount.value"));
  }

  @Test
  void an_event_that_comes_twice_counts_once() {
    String order = story.paidOrder("1270.00");
    story.awaitBill(order, "SYNCHRONISING");
    String again =
        """
        {"orderNumber":"%s","platform":"simulator","customerId":"%s",
         "payer":{"name":"x","email":"x@x.example"},"product":"p","quantity":1,
         "amount":{"currency":"CNY","value":"1.00"},
         "paidAt":"2026-11-10T01:29:58Z","invoiceableFrom":"2026-11-13T01:29:58Z"}
        """
            .formatted(order, story.customerId);
    Broker.publish("order.events", order, "e-" + order, "order.paid.v1", again);
    Broker.publish("order.events", order, "e-" + order, "order.paid.v1", again);
    story.held(order, "DISPUTED");
    story.awaitBill(order, "blockReason", "DISPUTED");
    assertEquals("1270.00", story.awaitBill(order, "BLOCKED").isEmpty() ? "" : amount(order));
  }

  @Test
  void facts_that_overtake_the_order_wait_for_it() {
    String order =
        "E"
            + java.util
                .UUID
                .randomUUID()
                .toString()
                .substring(0, 18)
                .toUpperCase(java.util.Locale.ROOT);
    Broker.publish(
        "order.events",
        order,
        "order.held.v1",
        "{\"orderNumber\":\"%s\",\"customerId\":\"%s\",\"reason\":\"HELD\"}"
            .formatted(order, story.customerId));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !Database.query(
                        "SELECT 1 FROM dead_letter WHERE state = 'PARKED' AND event_key = '"
                            + order
                            + "'")
                    .isEmpty());
  }

  @Test
  void reasons_are_told_in_the_readers_words() {
    String order = story.paidOrder("10.00");
    String bill = story.awaitBill(order, "SYNCHRONISING");
    for (Map.Entry<String, String> language :
        Map.of("en", "three days", "zh-CN", "三天", "de", "drei Tage").entrySet()) {
      story
          .customer()
          .header("Accept-Language", language.getKey())
          .get("/api/v1/bills/" + bill)
          .then()
          .body("blockReasonText", org.hamcrest.Matchers.containsString(language.getValue()));
    }
    assertEquals(List.of(bill), List.of(story.awaitBill(order, "SYNCHRONISING")));
  }

  private static org.hamcrest.Matcher<String> contains1000() {
    return org.hamcrest.Matchers.equalTo("1000.00");
  }

  private static String deficit(String order) {
    return Database.query("SELECT deficit_fen FROM bill WHERE order_number = '" + order + "'");
  }

  private static String amount(String order) {
    return Database.query(
        "SELECT to_char(paid_fen / 100.0, 'FM9990.00') FROM bill WHERE order_number = '"
            + order
            + "'");
  }
}
