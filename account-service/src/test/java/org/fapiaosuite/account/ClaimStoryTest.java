package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every claim has a way forward, whoever cannot be reached. */
@QuarkusTest
class ClaimStoryTest {

  private static final String CLAIMS = "/api/v1/staff/claims";
  private static final String PROBLEM = "urn:fapiaosuite:problem:";
  private static final String WAITING = "account.claim-waiting.v1";
  private static final Duration A_LITTLE_MORE = Duration.ofDays(3).plusSeconds(1);

  private final String order = Story.orderNumber();

  @Inject TestClock clock;

  @AfterEach
  void now_again() {
    clock.reset();
  }

  @Test
  void a_claim_whose_payer_has_no_address_is_granted_by_two_of_staff() {
    // Given
    Story.knownOrder(order, "simulator:unreachable", "无");
    String claimant = Story.activeCustomer("simulator:reachable");
    String customer = Story.accessToken(claimant);
    String clerk = staff("clerk");
    String lead = staff("lead");
    claim(customer, order);
    JsonPath waiting = awaitListed(clerk, "WAITING", order);
    assertEquals(claimant, waiting.getString("claimant.email"));
    assertEquals("上海示例科技有限公司", waiting.getString("payer.name"));
    assertEquals(null, waiting.getString("payer.email"));
    String id = waiting.getString("id");

    // When
    Story.as(customer).get(CLAIMS).then().statusCode(403);
    Story.as(clerk).get(CLAIMS + "?status=OPEN").then().statusCode(422);
    decide(clerk, UUID.randomUUID().toString(), true).then().statusCode(404);
    refused(decide(clerk, id, false), 409, "nothing-prepared");
    Story.as(clerk)
        .body(Map.of("approve", true, "evidence", " "))
        .post(CLAIMS + "/" + id + "/approval")
        .then()
        .statusCode(422);
    decide(clerk, id, true).then().statusCode(200).body("status", equalTo("WAITING"));
    refused(decide(clerk, id, true), 403, "four-eyes");
    decide(lead, id, false).then().statusCode(200).body("prepared", nullValue());
    decide(lead, id, true).then().statusCode(200).body("prepared.evidence", equalTo("Contract 7"));
    refused(decide(clerk, id, true), 403, "forbidden");
    refused(decide(lead, id, true), 403, "four-eyes");
    decide(clerk, id, false).then().statusCode(200);
    decide(clerk, id, true).then().statusCode(200);
    assertEquals(List.of(), Story.events("account.claim-granted.v1", order));
    decide(lead, id, true).then().statusCode(200).body("status", equalTo("GRANTED"));

    // Then
    decide(lead, id, true).then().statusCode(200).body("approved.by", notNullValue());
    decide(clerk, id, true)
        .then()
        .statusCode(409)
        .body("type", equalTo(PROBLEM + "claim-not-waiting"))
        .body("state", equalTo("GRANTED"));
    Story.as(customer)
        .get("/api/v1/account")
        .then()
        .body("customerIds", hasItem("simulator:unreachable"));
    assertEquals(
        List.of("STAFF"),
        Story.events("account.claim-granted.v1", order).stream()
            .map(event -> event.getString("by"))
            .toList());
    assertEquals(id, awaitListed(lead, "GRANTED", order).getString("id"));
  }

  @Test
  void a_claimant_is_told_once_how_it_stands_after_three_days() {
    // Given
    String unreachable = Story.orderNumber();
    String unknown = Story.orderNumber();
    Story.knownOrder(order, "simulator:silent", Story.mailbox("payer"));
    Story.knownOrder(unreachable, "simulator:mute", "无");
    String customer = Story.accessToken(Story.activeCustomer("simulator:patient"));
    for (String claimed : List.of(order, unreachable, unknown)) {
      claim(customer, claimed);
    }
    awaitListed(staff("lead"), "WAITING_FOR_ORDER", unknown);

    // When
    clock.advance(A_LITTLE_MORE);

    // Then
    assertEquals("PAYER", Story.event(WAITING, order).getString("waitsFor"));
    assertEquals("STAFF", Story.event(WAITING, unreachable).getString("waitsFor"));
    assertEquals("ORDER", Story.event(WAITING, unknown).getString("waitsFor"));

    // When the order arrives, and nothing comes of that either
    Story.knownOrder(unknown, "simulator:late", Story.mailbox("payer"));
    Story.event("account.claim-approval-requested.v1", unknown);
    clock.advance(A_LITTLE_MORE);

    // Then that is told, and nothing is twice
    await().until(() -> Story.events(WAITING, unknown).size() == 2);
    assertEquals("PAYER", Story.events(WAITING, unknown).get(1).getString("waitsFor"));
    assertEquals(1, Story.events(WAITING, order).size());
    assertEquals(1, Story.events(WAITING, unreachable).size());
    assertEquals(1, Story.events("account.claim-approval-requested.v1", order).size());
  }

  private static void claim(String customer, String orderNumber) {
    Story.as(customer)
        .body(Map.of("orderNumber", orderNumber))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(202);
  }

  private static JsonPath awaitListed(String staff, String status, String orderNumber) {
    String found = "items.find { it.orderNumber == '" + orderNumber + "' }";
    return await()
        .until(
            () -> {
              JsonPath page =
                  Story.as(staff).get(CLAIMS + "?limit=100&status=" + status).jsonPath();
              page.setRootPath(found);
              return page;
            },
            page -> page.getString("id") != null);
  }

  private static Response decide(String staff, String id, boolean approve) {
    return Story.as(staff)
        .body(Map.of("approve", approve, "evidence", "Contract 7"))
        .post(CLAIMS + "/" + id + "/approval");
  }

  private static void refused(Response answer, int status, String problem) {
    answer.then().statusCode(status).body("type", equalTo(PROBLEM + problem));
  }

  private static String staff(String name) {
    return Story.signIn(name + "@service-centre.example", "demo staff of a test")
        .then()
        .statusCode(201)
        .extract()
        .path("accessToken");
  }
}
