package org.fapiaosuite.fapiao;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way in each language; the guide's words Issued and Mailed out stand in all of them. */
@QuarkusTest
class ThreeLanguagesTest {

  private final Story story = new Story();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en|three days|is required|Some values are invalid|The region is not in our list"
            + "|is submitted|Submitted: handed over to the service centre|In process|Issued"
            + "|Mailed out|Customer|Service centre|SF Express, freight collect",
        "zh-CN|三天|必填|部分内容不符合要求|该行政区划代码不在列表中|已提交|已提交，交由服务中心处理"
            + "|服务中心处理中|已开具 (Issued)|已寄出 (Mailed out)|客户|服务中心|顺丰速运（运费到付）",
        "de|drei Tage|ist erforderlich|Einige Angaben sind ungültig"
            + "|Die Region steht nicht in unserer Liste|eingereicht"
            + "|Eingereicht: an das Servicecenter übergeben (Submitted)"
            + "|In Bearbeitung (In process)|Ausgestellt (Issued)|Versandt (Mailed out)|Kunde"
            + "|Servicecenter|SF Express, Fracht zahlt der Empfänger",
      })
  void the_flow(
      String language,
      String window,
      String blank,
      String refused,
      String unknownRegion,
      String isSubmitted,
      String submitted,
      String inProcess,
      String issued,
      String mailedOut,
      String customer,
      String serviceCentre,
      String freightCollect) {
    // Given a paid order, still synchronising
    String order = story.paidOrder("1270.00");
    String bill = story.awaitBill(order, "SYNCHRONISING");
    in(language)
        .get("/api/v1/bills/" + bill)
        .then()
        .body("blockReasonText", containsString(window));
    story.invoiceable(order);
    in(language)
        .get("/api/v1/delivery-methods")
        .then()
        .body("items[1].name", equalTo(freightCollect));

    // When they apply, first without a name, then to a region nobody knows
    Map<String, Object> request = Story.request(bill);
    request.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", " "));
    in(language)
        .body(request)
        .post(APPLICATIONS)
        .then()
        .statusCode(422)
        .header("Content-Language", language)
        .body("title", equalTo(refused))
        .body("violations.message", contains(blank));
    request = Story.request(bill);
    Map<String, Object> delivery = new HashMap<>(Story.courier());
    delivery.put("region", "999999");
    request.put("delivery", delivery);
    String second = story.draft(request);
    String id =
        in(language)
            .body(request)
            .post(APPLICATIONS)
            .then()
            .statusCode(201)
            .body("warnings[0].message", containsString(unknownRegion))
            .extract()
            .path("id");
    in(language).post(APPLICATIONS + "/" + id + "/confirmation").then().statusCode(200);
    in(language)
        .post(APPLICATIONS + "/" + second + "/confirmation")
        .then()
        .statusCode(409)
        .body("detail", containsString(isSubmitted));

    // And the service centre does its work
    staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    Story.issue(id, Story.number()).then().statusCode(200);
    staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
        .post(DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200);

    // Then they read in their language how far it is
    in(language)
        .get(APPLICATIONS + "/" + id + "/progress")
        .then()
        .statusCode(200)
        .body("items.remark", contains(submitted, inProcess, issued, mailedOut))
        .body("items[2].remark", containsString("Issued"))
        .body("items[3].remark", containsString("Mailed out"))
        .body("items.by", contains(customer, serviceCentre, serviceCentre, serviceCentre))
        .body("items[3].details.trackingUrl", containsString("SF1234567890123"));
  }

  private RequestSpecification in(String language) {
    return story.customer().header("Accept-Language", language);
  }
}
