package org.fapiaosuite.fapiao.issuing;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clerks can get wrong when they issue. */
@QuarkusTest
class IssuingTest {

  private final Story story = new Story();

  @ParameterizedTest
  @CsvSource({
    "3100261130, 00345678, 2026-11-18, fapiaos[0].code",
    "310026132, 00345678, 2026-11-18, fapiaos[0].code",
    "3100261320, 0345678, 2026-11-18, fapiaos[0].number",
    "3100261320, 003456789, 2026-11-18, fapiaos[0].number",
    "3100261320, 0034567a, 2026-11-18, fapiaos[0].number",
    "3100261320, 00345678, 2099-01-01, fapiaos[0].issuedOn",
    "3100261320, 00345678, 2026-11-09, fapiaos[0].issuedOn",
    "3100261320, 00345678, 2026-02-30, fapiaos[0].issuedOn",
  })
  void a_wrong_number_is_refused(String code, String number, String issuedOn, String field) {
    String id = story.accepted(story.invoiceableBill("10.00"));
    issue(id, List.of(entry(code, number, issuedOn)))
        .then()
        .statusCode(422)
        .body("violations.field", contains(field));
    assertEquals("IN_PROCESS", story.application(id).getString("status"));
  }

  @Test
  void a_number_stands_on_one_fapiao() {
    String number = Story.number();
    Story.issue(story.accepted(story.invoiceableBill("10.00")), number).then().statusCode(200);
    Story.issue(story.accepted(story.invoiceableBill("10.00")), number)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:fapiao-number-used"));
  }

  @Test
  void an_issued_application_gets_no_second_fapiao() {
    String id = story.accepted(story.invoiceableBill("10.00"));
    String number = Story.number();
    Story.issue(id, number).then().statusCode(200);
    Story.issue(id, number).then().statusCode(200).body("status", equalTo("ISSUED"));
    Story.issue(id, Story.number())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:cannot-issue"));
    story.customer().get("/api/v1/fapiaos").then().body("items", hasSize(1));
  }

  @Test
  void several_fapiao_have_to_add_up() {
    String id = story.accepted(story.invoiceableBill("100.00"));
    issue(id, List.of(with(Story.number(), "60.00"), with(Story.number(), "30.00")))
        .then()
        .statusCode(422)
        .body("violations.field", contains("fapiaos"));
    String twice = Story.number();
    issue(id, List.of(with(twice, "60.00"), with(twice, "40.00"))).then().statusCode(422);
    issue(id, List.of(plain(), with(Story.number(), "40.00"))).then().statusCode(422);
    issue(id, List.of(with(Story.number(), "60.00"), with(Story.number(), "40.00")))
        .then()
        .statusCode(200);
    story
        .customer()
        .get("/api/v1/fapiaos")
        .then()
        .body("items", hasSize(2))
        .body("items.amount.value", hasItem("60.00"));
  }

  @Test
  void a_large_amount_is_planned_as_several_fapiao() {
    String id = story.accepted(story.invoiceableBill("21200000.00"));
    assertEquals(3, story.application(id).getInt("fapiaoCount"));
    issue(id, List.of(plain()))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("fapiaos"));
    issue(id, List.of(plain(), plain(), plain())).then().statusCode(200);
  }

  private static Response issue(String id, List<Map<String, Object>> entries) {
    return Story.staff("CLERK").body(Map.of("fapiaos", entries)).post(DESK + "/" + id + "/issue");
  }

  private static Map<String, Object> plain() {
    return entry("3100261320", Story.number(), "2026-11-18");
  }

  private static Map<String, Object> entry(String code, String number, String issuedOn) {
    return new HashMap<>(
        Map.of(
            "numberScheme", "LEGACY_CODE_NUMBER",
            "code", code,
            "number", number,
            "issuedOn", issuedOn));
  }

  private static Map<String, Object> with(String number, String amount) {
    Map<String, Object> entry = entry("3100261320", number, "2026-11-18");
    entry.put("amount", Story.cny(amount));
    return entry;
  }
}
