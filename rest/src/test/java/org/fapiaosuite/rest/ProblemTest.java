package org.fapiaosuite.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error answer is a problem of the catalogue in the caller's language. */
@QuarkusTest
class ProblemTest {

  private static final String SOME_UUID = "6f1f8f5e-7a54-4b0f-9d0c-2f0f7f0b6a11";

  private static final String GOOD = "{\"text\":\"你好 𠮷\"}";

  private static final String POST = "POST /api/v1/probe";

  @Test
  void good_body_is_taken() {
    raw()
        .contentType("application/json")
        .body(GOOD.getBytes(StandardCharsets.UTF_8))
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(200)
        .body("text", equalTo("你好 𠮷"))
        .body("$", not(hasKey("kind")));
  }

  @ParameterizedTest
  @CsvSource({
    "'',en,Some values are invalid,is required",
    "zh-CN,zh-CN,部分内容不符合要求,必填",
    "zh-Hans-CN,zh-CN,部分内容不符合要求,必填",
    "zh,zh-CN,部分内容不符合要求,必填",
    "de-AT,de,Einige Angaben sind ungültig,ist erforderlich",
    "'fr;q=1, de;q=0.5, en;q=0.4',de,Einige Angaben sind ungültig,ist erforderlich",
    "'fr',en,Some values are invalid,is required",
    "../../etc,en,Some values are invalid,is required",
    "'zh-CN;q=0',en,Some values are invalid,is required",
  })
  void speaks_the_language_of_the_caller(
      String accepted, String spoken, String title, String violation) {
    RequestSpecification request = given().contentType("application/json").body("{\"text\":\" \"}");
    if (!accepted.isEmpty()) {
      request.header("Accept-Language", accepted);
    }
    request
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(422)
        .header("Content-Language", spoken)
        .header("Vary", "Accept-Language")
        .body("type", equalTo("urn:fapiaosuite:problem:validation"))
        .body("title", equalTo(title))
        .body("violations[0].field", equalTo("text"))
        .body("violations[0].message", equalTo(violation));
  }

  @Test
  void names_the_field_inside_a_list() {
    given()
        .contentType("application/json")
        .body("{\"text\":\"a\",\"lines\":[{\"name\":\"\"}]}")
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("lines[0].name"));
  }

  @Test
  void names_the_query_parameter() {
    given()
        .when()
        .get("/api/v1/probe?limit=-1")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("limit"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=abc|en|must be a whole number",
        "limit=x|de|muss eine ganze Zahl sein",
        "limit=99999999999|zh-CN|必须是整数",
        "limit=1.0|en|must be a whole number",
        "below=-|en|must be a whole number",
        "kind=three|en|must be one of ONE, TWO",
        "kind=one|de|muss einer dieser Werte sein: ONE, TWO",
        "after=1-1-1-1-1|zh-CN|必须是 UUID",
        "day=2026-02-30|en|must be a date such as 2026-11-20"
      })
  void a_query_parameter_of_another_kind_is_named(String query, String language, String message) {
    given()
        .header("Accept-Language", language)
        .when()
        .get("/api/v1/probe?" + query)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:validation"))
        .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))))
        .body("violations[0].message", equalTo(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind|one|en|must be one of ONE, TWO",
        "kind|Two|de|muss einer dieser Werte sein: ONE, TWO",
        "id|x|zh-CN|必须是 UUID"
      })
  void a_field_of_another_kind_is_told_what_is_allowed(
      String field, String value, String language, String message) {
    given()
        .header("Accept-Language", language)
        .contentType("application/json")
        .body("{\"text\":\"a\",\"%s\":\"%s\"}".formatted(field, value))
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", equalTo(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?limit=1", "?below=7&kind=ONE&day=2026-11-20", "?after=" + SOME_UUID})
  void a_query_parameter_of_its_kind_is_taken(String query) {
    given().when().get("/api/v1/probe" + query).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/probe/secret,401,unauthenticated",
    "GET,/api/v1/nothing-here,404,not-found",
    "GET,/nothing-here,404,not-found",
    "GET,/,404,not-found",
    "PUT,/api/v1/probe,405,method-not-allowed",
    "TRACE,/api/v1/probe,405,method-not-allowed",
    "GET,/api/v1/probe/broken,500,internal",
    "GET,/api/v1/probe/database-away,503,unavailable",
    "GET,/api/v1/probe/throttled,429,too-many-requests",
    "GET,/api/v1/probe?limit=x,422,validation",
    "GET,/api/v1/probe/no-uuid,404,not-found",
    "GET,/api/v1/probe%00,400,unreadable",
    "GET,/api/v1/probe?limit=%0d%0aX:1,400,unreadable",
  })
  void every_refusal_is_a_problem(String method, String path, int status, String slug) {
    raw()
        .urlEncodingEnabled(false)
        .when()
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Content-Language", "en")
        .body("type", equalTo("urn:fapiaosuite:problem:" + slug))
        .body("$", not(hasKey("instance")))
        .body(not(containsString("exception")));
  }

  @Test
  void unannotated_is_denied() {
    given().when().get("/api/v1/probe/unannotated").then().statusCode(401);
  }

  @Test
  void says_when_to_try_again_in_whole_seconds() {
    given().when().get("/api/v1/probe/throttled").then().header("Retry-After", "2");
    given().when().get("/api/v1/probe/database-away").then().header("Retry-After", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/json;charset=gbk",
        "application/json;charset=utf-16",
        "*/*",
        "nonsense"
      })
  void other_media_types_are_refused(String type) {
    raw()
        .contentType(type)
        .body(GOOD.getBytes(StandardCharsets.UTF_8))
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(415)
        .body("type", equalTo("urn:fapiaosuite:problem:unsupported-media-type"));
  }

  @Test
  void missing_content_type_is_refused() throws IOException {
    Assertions.assertEquals(
        415, RawHttp.status(POST, "Content-Length: 12\r\n", "{\"text\":\"a\"}"));
  }

  @Test
  void two_content_types_are_refused() throws IOException {
    String twice = "Content-Type: application/json\r\n".repeat(2) + "Content-Length: 12\r\n";
    Assertions.assertEquals(415, RawHttp.status(POST, twice, "{\"text\":\"a\"}"));
  }

  @Test
  void malformed_escape_is_refused() throws IOException {
    Assertions.assertEquals(400, RawHttp.status("GET /api/v1/%zz", "", ""));
  }

  @Test
  void compressed_body_is_refused() {
    raw()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body(new byte[] {31})
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(415);
  }

  @Test
  void chunked_body_over_the_limit_is_refused() throws IOException {
    String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";
    String headers = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
    Assertions.assertEquals(413, RawHttp.status(POST, headers, chunk.repeat(20) + "0\r\n\r\n"));
  }

  @Test
  void other_accept_is_refused() {
    given()
        .accept("image/png")
        .contentType("application/json")
        .body("{\"text\":\"a\"}")
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  private static RequestSpecification raw() {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("*/*", io.restassured.http.ContentType.TEXT)
                        .encodeContentTypeAs("nonsense", io.restassured.http.ContentType.TEXT)));
  }
}
