package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens at the counter and with parcels. */
@QuarkusTest
class ServiceCentreTest {

  private final Story story = new Story();

  @Test
  void pick_up_is_against_the_code_of_the_mail() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("delivery", Map.of("method", "PICKUP", "recipient", "王小明", "phone", "13800138000"));
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    desk(id, "acceptance", null).then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    mint(id).then().statusCode(404);
    desk(id, "mail-out", Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:other-delivery"));
    stale(id, "ready-for-pickup", Map.of()).then().statusCode(412);
    desk(id, "ready-for-pickup", null)
        .then()
        .statusCode(200)
        .body("status", equalTo("READY_FOR_PICKUP"));
    String code = mint(id).then().statusCode(200).extract().path("secret");
    assertEquals(code, mint(id).then().statusCode(200).extract().path("secret"));
    String wrong = code.equals("00000000") ? "00000001" : "00000000";
    desk(id, "hand-over", Map.of("code", wrong)).then().statusCode(422);
    stale(id, "hand-over", Map.of("code", code)).then().statusCode(412);
    desk(id, "hand-over", Map.of("code", code))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    mint(id).then().statusCode(410);
    assertEquals(
        "0", Database.query("SELECT count(*) FROM outbox WHERE strpos(data, '" + code + "') > 0"));
  }

  @Test
  void a_rejected_application_frees_its_bill_and_says_why() {
    String bill = story.invoiceableBill("10.00");
    String id = story.accepted(bill);
    desk(id, "rejection", Map.of("reason", "<b>no</b>")).then().statusCode(422);
    stale(id, "rejection", Map.of("reason", "The title is wrong.")).then().statusCode(412);
    desk(id, "rejection", Map.of("reason", "The title is not the registered name."))
        .then()
        .statusCode(200);
    assertEquals("INVOICEABLE", story.bill(bill).getString("status"));
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + id + "/progress")
        .then()
        .body("items[2].details.reason", equalTo("The title is not the registered name."));
  }

  @Test
  void a_parcel_comes_back_and_goes_out_again() {
    String id = story.issued(story.invoiceableBill("10.00"));
    Map<String, String> yunda = Map.of("carrier", "YUNDA", "waybill", "ODD99999");
    desk(id, "mail-out", yunda)
        .then()
        .statusCode(200)
        .body("warnings.code", contains("waybill", "other-carrier"));
    desk(id, "mail-out", yunda).then().statusCode(200);
    desk(id, "delivery-outcome", Map.of())
        .then()
        .statusCode(422)
        .body("violations.field", contains("outcome"));
    desk(id, "delivery-outcome", Map.of("outcome", "RETURNED")).then().statusCode(200);
    desk(id, "mail-out", Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .then()
        .statusCode(200);
    desk(id, "delivery-outcome", Map.of("outcome", "DELIVERED"))
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    Story.events(id)
        .forEach(event -> Contract.assertKept(event.split(" ", 2)[0], event.split(" ", 2)[1]));
    assertEquals(7, Story.events(id).size());
  }

  private static Response desk(String id, String action, @Nullable Object body) {
    return body == null
        ? Story.staff("CLERK").post(DESK + "/" + id + "/" + action)
        : Story.staff("CLERK").body(body).post(DESK + "/" + id + "/" + action);
  }

  /** An action on another version than there is. */
  private static Response stale(String id, String action, Map<String, ?> body) {
    var clerk = Story.staff("CLERK").header("If-Match", "\"99999-en\"");
    return (body.isEmpty() ? clerk : clerk.body(body)).post(DESK + "/" + id + "/" + action);
  }

  private static Response mint(String id) {
    return Story.as(TestTokens.service("notification-service", "fapiao-service"))
        .body(Map.of("kind", "PICKUP_CODE", "subjectId", id))
        .post("/internal/secrets");
  }
}
