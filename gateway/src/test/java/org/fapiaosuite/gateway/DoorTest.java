package org.fapiaosuite.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class DoorTest {

  @Inject EdgeServer edge;

  @TestHTTPResource(value = "/health", management = true)
  String health = "";

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics = "";

  private RequestSpecification given() {
    return RestAssured.given().port(edge.port());
  }

  @Test
  void the_index_tells_what_there_is() {
    given()
        .get("/api")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("services.name", equalTo(List.of("account", "order-sync", "fapiao", "notification")))
        .body("services[0].paths", hasItem("/api/v1/registrations/**"))
        .body("services[2].paths", hasItem("/api/v1/support-cases/**"))
        .body("services[2].openapi", equalTo("/api/openapi/fapiao"));
    given().get("/api/openapi/fapiao").then().body("uri", equalTo("/q/openapi"));
  }

  @Test
  void the_whole_api_is_one_document_one_page_and_a_guide() {
    given()
        .get("/api/openapi.yaml")
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(containsString("openapi: 3.1"), containsString("/api/v1/token:"));
    given()
        .get("/api/docs")
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", containsString("style-src 'self' 'nonce-"))
        .body(containsString("POST /api/v1/token"), containsString("href=\"/docs\""))
        .body(not(containsString("__CSP_NONCE__")));
    given()
        .get("/docs")
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", containsString("style-src 'self' 'nonce-"))
        .body(containsString("<h1>A guide to the API</h1>"), containsString("href=\"/api/docs\""))
        .body(not(containsString("__CSP_NONCE__")), not(containsString("<script")));
    for (String path : new String[] {"/api/openapi.yaml", "/api/docs", "/docs"}) {
      given().head(path).then().statusCode(200);
      given().post(path).then().statusCode(405).header("Allow", "GET, HEAD");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/internal/secrets",
    "/api/v1/internal/secrets",
    "/q/openapi",
    "/q/dev",
    "/q",
    "/q/health",
    "/q/health/ready",
    "/q/health/live",
    "/q/metrics",
    "/api/v1/dead-letters",
    "/api/v1/nothing",
    "/api/v1",
    "/API/v1/bills",
    "/api/openapi/fapiao/x",
    "/.well-known/other",
    "/nowhere"
  })
  void what_is_not_in_the_table_does_not_exist(String path) {
    given()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
        .body("type", equalTo("urn:fapiaosuite:problem:not-found"))
        .body("traceId", not(equalTo("")));
  }

  @Test
  void whoever_finds_a_weakness_is_told_whom_to_tell() {
    given()
        .get("/.well-known/security.txt")
        .then()
        .statusCode(200)
        .contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "public, max-age=86400")
        .body(startsWith("Contact: mailto:security@service-centre.example\nExpires: "));
    given()
        .post("/.well-known/security.txt")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET, HEAD"));
  }

  @Test
  void health_and_metrics_are_at_the_management_port() {
    RestAssured.given().get(health).then().statusCode(200).body("status", equalTo("UP"));
    given().get("/api/v1/bills").then().statusCode(200);
    String measured = RestAssured.given().get(metrics).then().statusCode(200).extract().asString();
    assertTrue(
        measured.contains("gateway_requests_seconds_count{service=\"fapiao\",status=\"200\"}"));
  }

  @Test
  void a_page_of_a_configured_origin_stays_signed_in() {
    given()
        .header("Origin", "https://admin.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type")
        .options("/api/v1/sessions/refresh")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
        .header("Access-Control-Allow-Credentials", "true");
    given()
        .header("Origin", "https://admin.example")
        .header("Sec-Fetch-Site", "same-site")
        .header("Cookie", "__Host-rt=x")
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://admin.example")
        .header("Access-Control-Allow-Credentials", "true")
        .body("headers", not(hasKey("sec-fetch-site")))
        .body("headers", not(hasKey("origin")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example,cross-site",
    "https://evil.example,same-site",
    "https://evil.example,",
    "null,cross-site",
    "http://localhost:1,"
  })
  void a_page_of_another_origin_is_told_that_it_is_refused(String origin, String site) {
    RequestSpecification request = given().header("Origin", origin);
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    request
        .header("Accept-Language", "de")
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue())
        .body("type", equalTo("urn:fapiaosuite:problem:forbidden-origin"))
        .body("title", equalTo("Herkunft nicht erlaubt"));
  }

  @Test
  void a_page_of_ours_is_let_through_whether_its_browser_says_so_or_not() {
    given()
        .header("Origin", "https://behind-a-proxy.example")
        .header("Sec-Fetch-Site", "same-origin")
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(200);
    given()
        .header("Origin", RestAssured.baseURI + ":" + edge.port())
        .post("/api/v1/sessions/refresh")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"POST,/api", "DELETE,/api", "PUT,/api"})
  void what_can_only_be_read_says_so(String method, String path) {
    given()
        .request(method, path)
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD")
        .body("type", equalTo("urn:fapiaosuite:problem:method-not-allowed"));
  }

  @Test
  void only_configured_origins_may_ask_from_a_browser() {
    given()
        .header("Origin", "https://admin.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/api/v1/applications")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "https://admin.example")
        .header("Access-Control-Allow-Credentials", "true");
    given()
        .header("Origin", "https://admin.example")
        .get("/api/v1/bills")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://admin.example")
        .header("Vary", "Origin");
    for (String origin :
        new String[] {
          "https://admin.example.evil", "http://admin.example", "null", "https://ADMIN.example"
        }) {
      given()
          .header("Origin", origin)
          .header("Access-Control-Request-Method", "POST")
          .options("/api/v1/applications")
          .then()
          .statusCode(403)
          .header("Access-Control-Allow-Origin", nullValue())
          .body("type", equalTo("urn:fapiaosuite:problem:forbidden-origin"));
    }
  }
}
