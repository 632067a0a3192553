package org.fapiaosuite.fapiao.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.fapiaosuite.kernel.Waybill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read without signing in, and the couriers' numbers. */
@QuarkusTest
class DeliveryMethodsTest {

  @Inject Waybills waybills;
  @Inject Regions regions;

  @Test
  void the_guides_branch_is_the_default() {
    given()
        .get("/api/v1/delivery-methods")
        .then()
        .statusCode(200)
        .body("items.method", contains("YUNDA", "SF_COLLECT", "PICKUP", "EMAIL"))
        .body("items.freightCollect", contains(false, true, false, false))
        .body(
            "items[2].branch.address",
            equalTo(
                "Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657"))
        .body("items[2].branch.contact", equalTo("Zhu qin qin"))
        .body("items[2].branch.phone", equalTo("021-28986102"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657"
            + "|9:00 to 17:30 on Chinese working days",
        "de|Shanghai, Pudong New Area, Keyuan Road 88, German Center, Gebäude 3, Raum 657"
            + "|9:00 bis 17:30 Uhr an chinesischen Arbeitstagen",
        "zh-CN|上海市浦东新区科苑路88号德国中心3号楼657室|工作日 9:00–17:30"
      })
  void the_branch_is_described_in_the_language_of_the_caller(
      String language, String address, String hours) {
    given()
        .header("Accept-Language", language)
        .get("/api/v1/delivery-methods")
        .then()
        .statusCode(200)
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .body("items[2].branch.address", equalTo(address))
        .body("items[2].branch.hours", equalTo(hours));
  }

  @Test
  void notices_need_no_token() {
    given().get("/api/v1/notices").then().statusCode(200).body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "SF, SF1234567890123, true",
    "SF, SF123456789012, true",
    "SF, 123456789012, true",
    "SF, 123456789012345, true",
    "SF, 12345678901, false",
    "SF, SF12345678901234, false",
    "SF, 1234567890123456, false",
    "YUNDA, 1234567890123, true",
    "YUNDA, 1012345678901, true",
    "YUNDA, 1912345678901, true",
    "YUNDA, 312345678901234, true",
    "YUNDA, 431234567890123, true",
    "YUNDA, YD1234567890123, true",
    "YUNDA, YD123456789012345, true",
    "YUNDA, 1234567890123456, false",
    "YUNDA, 123456789012, false",
    "YUNDA, SF1234567890123, false",
  })
  void waybills_have_their_carriers_form(Carrier carrier, String waybill, boolean right) {
    assertEquals(right, waybills.looksRight(carrier, new Waybill(waybill)));
  }

  @Test
  void regions_have_names() {
    assertEquals(Optional.of("上海市浦东新区"), regions.name("310115"));
    assertEquals(Optional.of("江苏省苏州市"), regions.name("320500"));
    assertEquals(Optional.of("广东省东莞市"), regions.name("441900"));
    assertEquals(Optional.of("香港特别行政区"), regions.name("810000"));
    assertEquals(Optional.empty(), regions.name("999999"));
  }
}
