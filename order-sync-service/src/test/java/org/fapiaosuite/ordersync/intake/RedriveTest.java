package org.fapiaosuite.ordersync.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.ordersync.platform.VerifiedPush;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** A push that was refused by rules of its day is not lost with them. */
@QuarkusTest
class RedriveTest extends ServiceTest {
  private static final String PROBLEM = "urn:fapiaosuite:problem:";

  @Inject RefusedPushes refused;

  private final String clerk = TestTokens.staff("CLERK");
  private final UUID leadsAccount = UUID.randomUUID();
  private final String lead = TestTokens.staff(leadsAccount, "LEAD");

  @Test
  void a_push_refused_once_is_taken_again_when_two_of_staff_want_it() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    String id = refusedBefore(paid.push());
    decide(lead, id, true).then().statusCode(409).body("type", problem("nothing-proposed"));
    given()
        .auth()
        .oauth2(lead)
        .contentType("application/json")
        .body(Map.of("reason", "without a decision"))
        .post("/api/v1/order-sync/refused-pushes/" + id + "/approval")
        .then()
        .statusCode(422);

    // When
    ask(clerk, id).then().statusCode(200).body("redrive.approvedBy", nullValue());
    ask(lead, id).then().statusCode(200);
    decide(lead, id, true)
        .then()
        .statusCode(200)
        .body("redrive.approvedBy", equalTo(leadsAccount.toString()))
        .body("redrive.doneAt", notNullValue());
    work();

    // Then
    assertEquals(List.of("order.paid.v1"), events(paid));
    ask(clerk, id).then().statusCode(409).body("type", problem("push-redriven"));
    decide(TestTokens.staff("LEAD"), id, true)
        .then()
        .statusCode(409)
        .body("type", problem("push-redriven"));

    // And when the platform sends it again, it has no second effect
    SignedPush.of("msg_old", paid.push().getBytes(StandardCharsets.UTF_8), NOW)
        .send()
        .then()
        .statusCode(200)
        .body("outcome", equalTo("DUPLICATE"));
  }

  @Test
  void a_push_that_still_cannot_be_stays_refused() {
    SignedPush.of(PaidOrder.at(NOW).withAmount("1e2").push(), NOW).send().then().statusCode(422);
    String id = Database.query("SELECT id FROM refused_push");

    ask(lead, id).then().statusCode(200);
    decide(lead, id, true).then().statusCode(403).body("type", problem("four-eyes"));
    decide(TestTokens.staff("LEAD"), id, true)
        .then()
        .statusCode(409)
        .body("type", problem("push-still-refused"));
    decide(lead, id, false).then().statusCode(200).body("redrive", nullValue());
    work();

    assertEquals("0", Database.query("SELECT count(*) FROM orders"));
  }

  @Test
  void what_was_taken_under_the_same_id_with_another_body_stands() {
    PaidOrder paid = PaidOrder.at(NOW);
    SignedPush.of("msg_old", paid.push().getBytes(StandardCharsets.UTF_8), NOW)
        .send()
        .then()
        .statusCode(200);
    String id = refusedBefore(paid.withAmount("1.00").push());

    ask(clerk, id).then().statusCode(200);
    decide(lead, id, true).then().statusCode(409).body("type", problem("push-changed"));
  }

  @Test
  void what_is_not_there_is_not_taken_again() {
    String nobody = UUID.randomUUID().toString();
    ask(lead, nobody).then().statusCode(404);
    decide(lead, nobody, true).then().statusCode(404);
  }

  /** A push that rules of another day refused and those of today would take. */
  private String refusedBefore(String body) {
    VerifiedPush push = new VerifiedPush("msg_old", body.getBytes(StandardCharsets.UTF_8));
    refused.keep(ReceivedPush.of("simulator", push, NOW), "data.payer.name", "TEXT");
    return Database.query("SELECT id FROM refused_push");
  }

  private static Matcher<String> problem(String slug) {
    return equalTo(PROBLEM + slug);
  }

  private static Response ask(String token, String id) {
    return given()
        .auth()
        .oauth2(token)
        .post("/api/v1/order-sync/refused-pushes/" + id + "/redrive");
  }

  private static Response decide(String token, String id, boolean approve) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("approve", approve))
        .post("/api/v1/order-sync/refused-pushes/" + id + "/approval");
  }
}
