package org.fapiaosuite.fapiao.rest;

import static io.restassured.RestAssured.given;
import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no requests: refused before anything of the service is asked. */
@QuarkusTest
class HostileRequestTest {

  private static final String ITEM = "{\"billId\":\"7c0e1d8c-6c83-4f5e-9a2f-6b1f5e0c8a11\"";
  private static final String BUYER = "\"buyer\":{\"titleType\":\"INDIVIDUAL\",\"name\":";
  private final Story story = new Story();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|400",
        "null|400",
        "[]|400",
        "\"x\"|400",
        "{}|422",
        "{\"items\":[|400",
        "{} {}|400",
        "{\"type\":\"ORDINARY\",\"type\":\"SPECIAL\"}|400",
        "{\"role\":\"ADMIN\"}|400",
        "{\"items\":[{\"billId\":\"x\"}]}|422",
        "{\"items\":{}}|400",
        "{\"type\":0}|400",
        "{\"type\":\"ordinary\"}|422",
        "{\"type\":\"ORDINARY \"}|422",
        "{\"buyer\":{\"titleType\":\"INDIVIDUAL\",\"ownerId\":\"x\"}}|400",
        "{\"buyer\":{\"titleType\":[\"INDIVIDUAL\"]}}|400",
        "{\"items\":[" + ITEM + ",\"amount\":10}]}|400",
        "{\"items\":[" + ITEM + ",\"amount\":{\"currency\":\"CNY\",\"value\":1e999999999}}]}|400",
        "{\"items\":[" + ITEM + ",\"amount\":{\"currency\":\"CNY\",\"value\":NaN}}]}|400",
        "{" + BUYER + "\"a\\u0000b\"}}|400",
        "{" + BUYER + "\"\\ud800\"}}|400",
        "{" + BUYER + "5}}|400",
      })
  void a_body_that_is_none(String body, int status) {
    refused(story.customer().body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)), status);
  }

  @Test
  void a_body_of_more_than_64_kib() {
    refused(story.customer().body(" ".repeat(64 * 1024) + "{}"), 413);
  }

  @ParameterizedTest
  @CsvSource({"text/plain, 415", "application/xml, 415", "application/x-www-form-urlencoded, 415"})
  void a_body_of_another_kind(String type, int status) {
    RequestSpecification request =
        given()
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .encodeContentTypeAs(type, ContentType.TEXT)
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
            .auth()
            .oauth2(TestTokens.customer(story.customerId))
            .contentType(type)
            .body("{}");
    refused(request, status);
  }

  @Test
  void an_answer_nobody_gives() {
    story.customer().accept("image/png").get("/api/v1/bills").then().statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=1000000",
        "limit=x",
        "limit=1.0",
        "cursor=x",
        "cursor=AAAA",
        "cursor=%27%20OR%201%3D1--",
        "cursor=________________________________",
        "status=issued",
        "status=%3Bdrop",
      })
  void a_query_that_is_none(String query) {
    String field = query.substring(0, query.indexOf('='));
    for (String list :
        new String[] {"bills", "applications", "titles", "fapiaos", "support-cases"}) {
      if (field.equals("status") && !list.equals("bills") && !list.equals("support-cases")) {
        continue;
      }
      story
          .customer()
          .urlEncodingEnabled(false)
          .get("/api/v1/" + list + "?" + query)
          .then()
          .statusCode(422)
          .body("violations[0].field", equalTo(field))
          .body("violations[0].message", startsWith("must "));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "..%2fbills", "%27", "00000000-0000-0000-0000-00000000000g"})
  void an_id_that_is_none(String id) {
    for (String path :
        new String[] {"bills", "applications", "titles", "fapiaos", "support-cases"}) {
      Response answer =
          story.customer().urlEncodingEnabled(false).get("/api/v1/" + path + "/" + id);
      assertEquals(404, answer.statusCode(), path + "/" + id);
      answer.then().contentType("application/problem+json");
    }
  }

  @Test
  void an_id_in_capitals_is_the_same_id() {
    String bill = story.invoiceableBill("1.00");
    story
        .customer()
        .get("/api/v1/bills/" + bill.toUpperCase(java.util.Locale.ROOT))
        .then()
        .statusCode(200)
        .body("id", equalTo(bill));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "xx", "*;q=0", "de;q=9", ",,,"})
  void a_language_nobody_speaks_is_answered_in_english(String language) {
    story
        .customer()
        .header("Accept-Language", language)
        .get("/api/v1/bills/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("title", equalTo("Not found"));
  }

  private void refused(RequestSpecification request, int status) {
    String before = Database.query("SELECT count(*) FROM application");
    request
        .post(APPLICATIONS)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body("detail", not(containsString("jackson")));
    assertEquals(before, Database.query("SELECT count(*) FROM application"));
  }
}
