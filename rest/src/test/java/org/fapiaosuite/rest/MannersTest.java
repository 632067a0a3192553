package org.fapiaosuite.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP expects of a server beyond the right answer. */
@QuarkusTest
class MannersTest {

  private static final String VERSIONED = "/api/v1/probe/versioned";

  @ParameterizedTest
  @CsvSource({"en,\"7-en\"", "zh,\"7-zh-CN\"", "de-AT,\"7-de\""})
  void an_etag_includes_the_language(String language, String tag) {
    given()
        .header("Accept-Language", language)
        .get(VERSIONED)
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .header("Vary", "Accept-Language")
        .header("Content-Language", tag.substring(3, tag.length() - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7-de\"", "W/\"7-de\"", "\"6-de\", W/\"7-de\"", "*"})
  void what_the_caller_has_already_is_not_sent_again(String known) {
    given()
        .header("Accept-Language", "de")
        .header("If-None-Match", known)
        .get(VERSIONED)
        .then()
        .statusCode(304)
        .header("ETag", "\"7-de\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7-en\"", "W/\"7-zh-CN\"", "\"6-de\"", "\"7\""})
  void what_the_caller_has_in_another_language_or_version_is_sent(String known) {
    given()
        .header("Accept-Language", "de")
        .header("If-None-Match", known)
        .get(VERSIONED)
        .then()
        .statusCode(200)
        .header("ETag", "\"7-de\"");
  }

  @Test
  void a_method_that_is_not_taken_is_told_which_are() {
    String allowed =
        given()
            .contentType("application/json")
            .body("{}")
            .put("/api/v1/probe")
            .then()
            .statusCode(405)
            .extract()
            .header("Allow");

    assertEquals(Set.of("GET", "HEAD", "OPTIONS", "POST"), Set.of(allowed.split(", *")));
  }

  @Test
  void a_method_that_an_address_with_an_id_does_not_take_is_told_which_are() {
    String allowed =
        given().delete("/api/v1/probe/versioned").then().statusCode(405).extract().header("Allow");

    assertEquals(Set.of("GET", "HEAD", "OPTIONS"), Set.of(allowed.split(", *")));
  }

  @Test
  void so_it_is_where_another_resource_begins_alike() {
    given().get("/api/v1/probe/1/part").then().statusCode(200);
    String allowed =
        given().put("/api/v1/probe/1/part").then().statusCode(405).extract().header("Allow");

    assertEquals(Set.of("GET", "HEAD", "OPTIONS"), Set.of(allowed.split(", *")));
    given().put("/api/v1/probe/1/nothing").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"en,must be given only once", "de,darf nur einmal angegeben werden", "zh-CN,只能指定一次"})
  void a_parameter_that_is_given_twice_is_refused(String language, String message) {
    given()
        .header("Accept-Language", language)
        .get("/api/v1/probe?limit=1&kind=ONE&limit=1")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("limit")))
        .body("violations.message", equalTo(List.of(message)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=%EF%BC%92%EF%BC%90",
        "limit=%2B20",
        "limit=%D9%A2",
        "below=%EF%BC%97",
        "after=%EF%BC%96f1f8f5e-7a54-4b0f-9d0c-2f0f7f0b6a11"
      })
  void digits_that_are_not_plain_are_refused(String query) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/probe?" + query)
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of(query.substring(0, query.indexOf('=')))));
  }

  @ParameterizedTest
  @CsvSource({"en,is required", "de,ist erforderlich", "zh-CN,必填"})
  void what_is_absent_or_empty_is_required(String language, String message) {
    given()
        .header("Accept-Language", language)
        .contentType("application/json")
        .body("{\"between\":\"ab\",\"least\":1,\"most\":null,\"entries\":[]}")
        .post("/api/v1/probe/measured")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("atMost", "most")))
        .body("violations.message", equalTo(List.of(message, message)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|must have at most 3 characters|must have 2 to 3 characters"
            + "|must have at most 1 entries|must be at least 1|must be at most 1",
        "de|darf höchstens 3 Zeichen haben|muss 2 bis 3 Zeichen haben"
            + "|darf höchstens 1 Einträge haben|muss mindestens 1 sein|darf höchstens 1 sein",
        "zh-CN|不得超过 3 个字符|长度须为 2 至 3 个字符|不得超过 1 项|不得小于 1|不得大于 1"
      })
  void a_bound_is_told_in_words(
      String language, String atMost, String between, String entries, String least, String most) {
    given()
        .header("Accept-Language", language)
        .contentType("application/json")
        .body(
            "{\"atMost\":\"abcd\",\"between\":\"a\",\"entries\":[\"\",\"\"],\"least\":0,\"most\":2}")
        .post("/api/v1/probe/measured")
        .then()
        .statusCode(422)
        .body("violations.message", containsInAnyOrder(atMost, between, entries, least, most));
  }
}
