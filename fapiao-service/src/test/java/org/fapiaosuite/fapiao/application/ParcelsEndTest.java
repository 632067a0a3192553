package org.fapiaosuite.fapiao.application;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a Fapiao that does not reach its buyer at the first try. */
@QuarkusTest
class ParcelsEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Map<String, String> SF =
      Map.of("carrier", "SF", "waybill", "SF1234567890123");
  private static final Map<String, String> PICKUP =
      Map.of("method", "PICKUP", "recipient", "王小明", "phone", "13800138000");

  private final Story story = new Story();
  @Inject TestClock clock;
  @Inject PickupWatch watch;

  @BeforeEach
  void on_friday() {
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_returned_parcel_goes_out_again_to_another_address() {
    // Given a parcel that came back
    String id = story.issued(story.invoiceableBill("10.00"));
    desk(id, "mail-out", SF).then().statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "RETURNED"))
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"));

    // When the customer names another address
    Map<String, Object> address = new HashMap<>(Story.courier());
    address.put("address", "世纪大道100号");
    changeDelivery(id, address).then().statusCode(200);

    // Then it is mailed there, and arrives
    desk(id, "mail-out", Map.of("carrier", "SF", "waybill", "SF9999999999999"))
        .then()
        .statusCode(200)
        .body("delivery.address", equalTo("世纪大道100号"))
        .body("shipment.waybill", equalTo("SF9999999999999"));
    desk(id, "delivery-outcome", Map.of("outcome", "DELIVERED"))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    assertEquals(
        List.of(
            "fapiao.mailed-out.v1",
            "fapiao.delivered.v1",
            "fapiao.mailed-out.v1",
            "fapiao.delivered.v1"),
        kept(id).subList(3, 7));
    story
        .customer()
        .get(APPLICATIONS + "/" + id + "/progress")
        .then()
        .body(
            "items.status",
            contains(
                "SUBMITTED",
                "IN_PROCESS",
                "ISSUED",
                "MAILED_OUT",
                "RETURNED",
                "RETURNED",
                "MAILED_OUT",
                "COMPLETED"));
  }

  @Test
  void a_returned_parcel_can_be_picked_up_instead() {
    String id = story.issued(story.invoiceableBill("10.00"));
    desk(id, "mail-out", SF).then().statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "RETURNED")).then().statusCode(200);
    desk(id, "ready-for-pickup", null).then().statusCode(409);

    changeDelivery(id, PICKUP).then().statusCode(200);

    desk(id, "mail-out", SF)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:other-delivery"));
    desk(id, "ready-for-pickup", null)
        .then()
        .statusCode(200)
        .body("status", equalTo("READY_FOR_PICKUP"))
        .body("pickupUntil", equalTo("2026-12-18"));
  }

  @Test
  void what_is_not_picked_up_is_reminded_of_once_and_lapses_after_its_last_day() {
    // Given a Fapiao at the branch, for twenty working days
    String id = readyForPickup();
    String code = mint(id).then().statusCode(200).extract().path("secret");
    assertEquals("2026-12-18", story.application(id).getString("pickupUntil"));

    // When the last day is three working days ahead, then the customer is reminded, once
    assertEquals(0, remindersBy("2026-12-14T15:59:59Z", id));
    assertEquals(1, remindersBy("2026-12-14T16:00:00Z", id));
    assertEquals(1, remindersBy("2026-12-18T15:59:59Z", id));
    assertEquals("READY_FOR_PICKUP", story.application(id).getString("status"));

    // When that day is over, then the service centre has it back
    clock.set(Instant.parse("2026-12-18T16:00:00Z"));
    awaitStatus(id, "RETURNED");
    desk(id, "hand-over", Map.of("code", code))
        .then()
        .statusCode(409)
        .body("state", equalTo("RETURNED"));
    mint(id).then().statusCode(410);
    assertEquals(
        List.of(
            "fapiao.ready-for-pickup.v1", "fapiao.pickup-reminded.v1", "fapiao.pickup-lapsed.v1"),
        kept(id).subList(3, 6));

    // When the customer wants it mailed, then it goes out
    changeDelivery(id, Story.courier()).then().statusCode(200);
    desk(id, "mail-out", SF).then().statusCode(200).body("status", equalTo("MAILED_OUT"));
  }

  @Test
  void who_comes_after_the_last_day_gets_it_once_it_is_made_ready_again() {
    String id = readyForPickup();
    clock.set(Instant.parse("2026-12-20T04:00:00Z"));
    awaitStatus(id, "RETURNED");

    desk(id, "ready-for-pickup", null).then().statusCode(200);

    String code = mint(id).then().statusCode(200).extract().path("secret");
    desk(id, "hand-over", Map.of("code", code))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
  }

  @Test
  void a_lost_parcel_is_told_of_and_stays_lost() {
    String id = story.issued(story.invoiceableBill("10.00"));
    desk(id, "mail-out", SF).then().statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "LOST")).then().statusCode(200);

    desk(id, "mail-out", SF).then().statusCode(409).body("state", equalTo("LOST"));
    assertEquals("fapiao.delivered.v1", kept(id).get(4));
  }

  /** How often the customer was reminded once the watch has looked at that moment. */
  private long remindersBy(String moment, String id) {
    clock.set(Instant.parse(moment));
    watch.look();
    return kept(id).stream().filter(type -> type.equals("fapiao.pickup-reminded.v1")).count();
  }

  private String readyForPickup() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("delivery", PICKUP);
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    desk(id, "acceptance", null).then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    desk(id, "ready-for-pickup", null).then().statusCode(200);
    return id;
  }

  private void awaitStatus(String id, String status) {
    await(id + " " + status)
        .atMost(PATIENCE)
        .until(() -> story.application(id).getString("status").equals(status));
  }

  private Response changeDelivery(String id, Object delivery) {
    return story
        .customer()
        .header("If-Match", "*")
        .body(delivery)
        .put(APPLICATIONS + "/" + id + "/delivery");
  }

  private static Response desk(String id, String action, @Nullable Object body) {
    return body == null
        ? Story.staff("CLERK").post(DESK + "/" + id + "/" + action)
        : Story.staff("CLERK").body(body).post(DESK + "/" + id + "/" + action);
  }

  private static Response mint(String id) {
    return Story.as(TestTokens.service("notification-service", "fapiao-service"))
        .body(Map.of("kind", "PICKUP_CODE", "subjectId", id))
        .post("/internal/secrets");
  }

  /** The types of its events, each of which keeps its contract. */
  private static List<String> kept(String id) {
    return Story.events(id).stream()
        .map(event -> event.split(" ", 2))
        .peek(event -> Contract.assertKept(event[0], event[1]))
        .map(event -> event[0])
        .toList();
  }
}
