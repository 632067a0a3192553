package org.fapiaosuite.fapiao;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a paid order to a Fapiao that is mailed out. */
@QuarkusTest
class PaidOrderStoryTest {

  private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T04:00:00Z");

  private final Story story = new Story();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    clock.set(FRIDAY_NOON);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_paid_order_becomes_a_fapiao_that_is_mailed_out() {
    // Given an order whose record is synchronised
    String order = story.paidOrder("1270.00");
    String reasonBefore =
        story.awaitBill(order, "status", "SYNCHRONISING").getString("blockReason");
    String bill = story.invoiceable(order);

    // When its customer applies with a name only and confirms
    String id =
        story
            .customer()
            .body(Story.request(bill))
            .post(APPLICATIONS)
            .then()
            .statusCode(201)
            .header("Location", containsString(APPLICATIONS + "/"))
            .body("status", equalTo("DRAFT"))
            .body("netAmount.value", equalTo("1198.11"))
            .body("taxAmount.value", equalTo("71.89"))
            .body("amount.value", equalTo("1270.00"))
            .body("dueAt", equalTo("2026-11-24T09:30:00Z"))
            .extract()
            .path("id");
    story
        .confirm(id)
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("dueAt", equalTo("2026-11-24T09:30:00Z"))
        .body("provisional", equalTo(false));

    // Then it had to wait for its record, and nothing is left of the bill
    assertEquals("SETTLEMENT_WINDOW", reasonBefore);
    assertEquals("APPLIED", story.bill(bill).getString("status"));
    assertEquals(id, story.bill(bill).getString("applicationId"));
    assertEquals("0.00", story.bill(bill).getString("invoiceableAmount.value"));

    // When the clerk accepts, issues and mails out
    staff("CLERK")
        .get(DESK + "?status=SUBMITTED&overdue=false&limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200).body("status", equalTo("ISSUED"));
    staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .post(DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200)
        .body("status", equalTo("MAILED_OUT"))
        .body("warnings.code", equalTo(List.of()))
        .body("shipment.trackingUrl", containsString("SF1234567890123"));

    // Then the customer sees it
    story
        .customer()
        .header("Accept-Language", "en")
        .get(APPLICATIONS + "/" + id + "/progress")
        .then()
        .statusCode(200)
        .body("items.status", contains("SUBMITTED", "IN_PROCESS", "ISSUED", "MAILED_OUT"))
        .body("items.remark", hasItem("Issued"))
        .body("items.remark", hasItem("Mailed out"))
        .body("items[3].details.waybill", equalTo("SF1234567890123"));
    assertEquals("ISSUED", story.bill(bill).getString("status"));
    story
        .customer()
        .get("/api/v1/fapiaos")
        .then()
        .statusCode(200)
        .body("items[0].applicationId", equalTo(id))
        .body("items[0].number", notNullValue());
    assertEquals(
        List.of(
            "fapiao.application-submitted.v1",
            "fapiao.application-accepted.v1",
            "fapiao.issued.v1",
            "fapiao.mailed-out.v1"),
        Story.events(id).stream().map(event -> event.split(" ")[0]).toList());
  }
}
