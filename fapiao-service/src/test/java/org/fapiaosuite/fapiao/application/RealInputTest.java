package org.fapiaosuite.fapiao.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.CaseFile.Case;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernel's cases say, asked of applications and of the service centre. */
@QuarkusTest
class RealInputTest {

  private final Story story = new Story();

  @ParameterizedTest
  @MethodSource
  void a_payer_is_the_title_as_its_case_says(List<String> columns) {
    String payer = CaseFile.json(columns.get(0));
    String order =
        story.paidOrder("1.00", payer.substring(1, payer.length() - 1), "Office 365 E3, 12 months");
    Map<String, Object> request = Story.request(story.invoiceable(order));
    request.put("purpose", "PURCHASE_CERTIFICATE");
    request.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", columns.get(1)));

    Response answer = story.customer().body(request).post(Story.APPLICATIONS);

    if (columns.get(2).equals("SAME")) {
      assertEquals(201, answer.statusCode(), answer.asString());
      assertEquals(
          columns.get(1), Json.of(answer).at("/purposeEvidence/title").asText(), "evidence");
    } else {
      answer.then().statusCode(422).body("violations.field", hasItem("buyer.name"));
    }
  }

  /** A payer that order-sync-service never tells of is left out. */
  static Stream<List<String>> a_payer_is_the_title_as_its_case_says() {
    return CaseFile.read("payers.tsv").filter(columns -> columns.get(0).indexOf(0) < 0);
  }

  @Test
  void a_waybill_is_kept_as_its_case_says() {
    String desk = Story.DESK + "/" + story.issued(story.invoiceableBill("1.00"));

    CaseFile.cases("waybills.tsv")
        .forEach(
            waybill -> {
              Response answer =
                  Story.staff("CLERK")
                      .body(
                          "{\"carrier\":\"SF\",\"waybill\":" + CaseFile.json(waybill.input()) + "}")
                      .post(desk + "/mail-out");
              if (waybill.isAccepted()) {
                assertEquals(200, answer.statusCode(), answer.asString());
                assertEquals(waybill.normal(), Json.of(answer).at("/shipment/waybill").asText());
                Story.staff("CLERK")
                    .body(Map.of("outcome", "RETURNED"))
                    .post(desk + "/delivery-outcome")
                    .then()
                    .statusCode(200);
              } else {
                answer.then().statusCode(422).body("violations[0].field", equalTo("waybill"));
              }
            });
  }

  @Test
  void a_piece_is_followed_by_its_consignment() {
    String id = story.issued(story.invoiceableBill("1.00"));

    Story.staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", "sf1234567890123-002"))
        .post(Story.DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200)
        .body("shipment.waybill", equalTo("SF1234567890123-002"))
        .body("shipment.trackingUrl", containsString("/SF1234567890123"))
        .body("warnings.code", equalTo(List.of()));
  }

  @Test
  void a_postal_code_is_kept_as_its_case_says() {
    String bill = story.invoiceableBill("1.00");

    CaseFile.cases("postal-codes.tsv")
        .forEach(
            code -> {
              Map<String, Object> delivery = Story.courier();
              delivery.put("postalCode", code.input());
              delivery.put("region", region(code));
              assertDelivered(bill, delivery, "postalCode", code);
            });
  }

  @Test
  void an_email_address_is_kept_as_its_case_says() {
    String bill = story.invoiceableBill("1.00");

    CaseFile.cases("emails.tsv")
        .forEach(
            address -> {
              Map<String, Object> delivery = new HashMap<>();
              delivery.put("method", "EMAIL");
              delivery.put("recipient", address.input());
              assertDelivered(bill, delivery, "recipient", address);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "YUNDA, 810000, +852 2123 4567, , 201",
    "SF_COLLECT, 810000, 852-2123-4567, 999077, 201",
    "SF_COLLECT, 820000, +853 2888 1234, 999078, 201",
    "YUNDA, 820000, +853 2888 1234, , 201",
    "SF_COLLECT, ８２００００, +853 2888 1234, , 201",
    "SF_COLLECT, 820000, +853 2888 1234, 999077, 422",
    "SF_COLLECT, 810000, +852 2123 4567, 518000, 422",
    "SF_COLLECT, 310115, 13800138000, 999077, 422",
  })
  void hong_kong_and_macao_are_served(
      String method, String region, String phone, String postalCode, int status) {
    Map<String, Object> delivery = Story.courier();
    delivery.putAll(Map.of("method", method, "region", region, "phone", phone));
    if (postalCode != null) {
      delivery.put("postalCode", postalCode);
    }

    Response answer = apply(story.invoiceableBill("1.00"), delivery);

    assertEquals(status, answer.statusCode(), answer.asString());
    assertEquals(0, Json.of(answer).path("warnings").size());
  }

  @ParameterizedTest
  @CsvSource({"+49 (0)30 123456, +4930123456", "138 0013 8000, 13800138000"})
  void who_collects_it_may_have_a_number_of_anywhere(String typed, String stored) {
    Map<String, Object> delivery = Map.of("method", "PICKUP", "recipient", "王小明", "phone", typed);

    Response answer = apply(story.invoiceableBill("1.00"), delivery);

    assertEquals(201, answer.statusCode(), answer.asString());
    assertEquals(stored, Json.of(answer).path("delivery").path("phone").asText());
  }

  @Test
  void an_organisation_without_an_id_is_told_what_to_choose() {
    Map<String, Object> request = Story.request(story.invoiceableBill("1.00"));
    request.put("buyer", Map.of("titleType", "ORGANIZATION", "name", "中国人民解放军某部队"));
    story
        .customer()
        .body(request)
        .post(Story.APPLICATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("buyer.taxpayerId"))
        .body("violations[0].message", containsString("INDIVIDUAL"))
        .body("violations[0].message", containsString("2017 No. 16"));
    request.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", "中国人民解放军某部队"));
    story.customer().body(request).post(Story.APPLICATIONS).then().statusCode(201);
  }

  @Test
  void a_confirmed_check_character_is_told_to_customer_and_clerk_and_kept() {
    Map<String, Object> buyer = new HashMap<>();
    buyer.put("titleType", "ORGANIZATION");
    buyer.put("name", "厦门某某进出口有限公司");
    buyer.put("taxpayerId", "91310106552993944e");
    Map<String, Object> request = Story.request(story.invoiceableBill("1.00"));
    request.put("buyer", buyer);
    story
        .customer()
        .body(request)
        .post(Story.APPLICATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("checkDigitConfirmed"));
    buyer.put("checkDigitConfirmed", true);

    String id = story.draft(request);

    story.confirm(id).then().statusCode(200);
    assertEquals(true, story.application(id).getBoolean("buyer.checkDigitConfirmed"));
    assertEquals(
        List.of("TAXPAYER_ID_CHECK_DIGIT"), story.application(id).getList("warnings.code"));
    Story.staff("CLERK")
        .get(Story.DESK + "/" + id)
        .then()
        .body("buyer.checkDigitConfirmed", equalTo(true))
        .body("warnings.code", equalTo(List.of("TAXPAYER_ID_CHECK_DIGIT")))
        .body("warnings.field", equalTo(List.of("buyer.taxpayerId")));
    assertEquals(
        "t",
        Database.query(
            "SELECT check_digit_confirmed_at IS NOT NULL FROM application WHERE id = '"
                + id
                + "'"));
    assertEquals(
        true,
        story
            .customer()
            .get("/api/v1/bills/" + story.invoiceableBill("2.00") + "/application-defaults")
            .jsonPath()
            .getBoolean("buyer.checkDigitConfirmed"),
        "the next application begins with it");
  }

  @Test
  void an_order_of_any_case_is_one_bill() {
    String order = story.paidOrder("1.00");

    Story.publish(
        order,
        "order.invoiceable.v1",
        "{\"orderNumber\":\"%s\",\"customerId\":\"%s\",\"invoiceableFrom\":\"%s\"}"
            .formatted(
                order.toLowerCase(java.util.Locale.ROOT),
                story.customerId,
                Story.PAID_AT.plus(java.time.Duration.ofHours(72))));

    story.awaitBill(order, "INVOICEABLE");
  }

  private static String region(Case code) {
    return switch (code.normal()) {
      case "999077" -> "810000";
      case "999078" -> "820000";
      default -> "310115";
    };
  }

  private void assertDelivered(String bill, Map<String, Object> delivery, String field, Case one) {
    Response answer = apply(bill, delivery);
    if (one.isAccepted()) {
      assertEquals(201, answer.statusCode(), answer.asString());
      assertEquals(one.normal(), Json.of(answer).at("/delivery/" + field).asText());
    } else {
      assertEquals(422, answer.statusCode(), one.input());
      assertEquals(
          "delivery." + field, Json.of(answer).at("/violations/0/field").asText(), one.input());
    }
  }

  private Response apply(String bill, Map<String, Object> delivery) {
    Map<String, Object> request = Story.request(bill);
    request.put("medium", "EMAIL".equals(delivery.get("method")) ? "ELECTRONIC" : "PAPER");
    request.put("delivery", delivery);
    return story.customer().body(request).post(Story.APPLICATIONS);
  }
}
