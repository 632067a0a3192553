package org.fapiaosuite.fapiao.seller;

import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The seller's profile. */
@QuarkusTest
class SellerTest {

  private static final String SELLER = "/api/v1/service-centre/seller";

  @Inject Sellers sellers;

  @AfterEach
  void as_configured() {
    Database.query("DELETE FROM seller_profile RETURNING 1");
  }

  @Test
  void the_configured_profile_counts_until_another_one_is_entered() {
    // Given
    Response configured = staff("CLERK").get(SELLER);
    configured.then().statusCode(200).body("name.zh-CN", equalTo("示例云服务（上海）有限公司"));
    staff("CLERK")
        .header("If-None-Match", configured.header("ETag"))
        .get(SELLER)
        .then()
        .statusCode(304);
    Map<String, Object> moved = new HashMap<>(configured.jsonPath().getMap(""));
    Map<String, Object> address =
        Map.of("zh-CN", "上海市新路1号", "en", "1 New Road", "de", "Neue Str. 1");
    moved.put("returnAddress", address);

    // When
    Response entered =
        staff("LEAD").header("If-Match", configured.header("ETag")).body(moved).put(SELLER);

    // Then
    entered.then().statusCode(200).body("returnAddress", equalTo(address));
    assertEquals("Neue Str. 1", sellers.profile().returnAddress().in(Locale.GERMAN));
    assertEquals("91310115MA1K4BCD5J", sellers.profile().taxpayerId());
    staff("LEAD").body(moved).put(SELLER).then().statusCode(428);
    staff("LEAD")
        .header("If-Match", configured.header("ETag"))
        .body(moved)
        .put(SELLER)
        .then()
        .statusCode(412);
    staff("ADMIN")
        .header("If-Match", entered.header("ETag"))
        .body(moved)
        .put(SELLER)
        .then()
        .statusCode(200);
  }

  @Test
  void what_cannot_be_printed_or_called_is_refused_by_its_field() {
    Map<String, Object> sent = new HashMap<>(staff("LEAD").get(SELLER).jsonPath().getMap(""));
    sent.put("name", Map.of("zh-CN", " ", "en", "<b>", "de", "x".repeat(101)));
    sent.put("phone", "x");
    sent.put("taxpayerId", "91310115MA1K4BCD5F");

    staff("LEAD")
        .header("If-Match", "*")
        .body(sent)
        .put(SELLER)
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder("name.zh-CN", "name.en", "name.de", "phone", "taxpayerId"));
  }
}
