package org.fapiaosuite.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ForwardingTest {

  private static final String CLIENT = "127.0.2.10";

  @Inject EdgeServer edge;

  private RequestSpecification given() {
    return RestAssured.given().port(edge.port());
  }

  @Test
  void what_callers_may_not_say_about_themselves_is_replaced() {
    given()
        .header("X-Forwarded-For", "6.6.6.6")
        .header("X-Forwarded-Host", "evil.example")
        .header("Forwarded", "for=6.6.6.6")
        .header("X-User-Id", "1")
        .header("X-Internal-Secret", "1")
        .header("X-HTTP-Method-Override", "DELETE")
        .header("X-Hop", "1")
        .header("Connection", "X-Hop, Authorization")
        .header("Keep-Alive", "timeout=5")
        .header("TE", "trailers")
        .header("Authorization", "Bearer abc")
        .header("Idempotency-Key", "k1")
        .get("/api/v1/bills")
        .then()
        .statusCode(200)
        .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
        .body("headers.x-forwarded-host", nullValue())
        .body("headers.forwarded", nullValue())
        .body("headers.x-user-id", nullValue())
        .body("headers.x-internal-secret", nullValue())
        .body("headers.x-http-method-override", nullValue())
        .body("headers.x-hop", nullValue())
        .body("headers.keep-alive", nullValue())
        .body("headers.te", nullValue())
        .body("headers.authorization", equalTo("Bearer abc"))
        .body("headers.idempotency-key", equalTo("k1"));
  }

  @Test
  void only_a_trusted_proxy_is_believed_who_the_client_is() throws IOException {
    String forged = "X-Forwarded-For: 6.6.6.6, 203.0.113.7, 127.0.9.8";

    RawAnswer stranger = RawClient.get(edge.port(), CLIENT, "/api/v1/bills", forged);
    RawAnswer proxy = RawClient.get(edge.port(), "127.0.9.9", "/api/v1/bills", forged);
    RawAnswer damaged =
        RawClient.get(edge.port(), "127.0.9.9", "/api/v1/bills", "X-Forwarded-For: evil.example");

    assertTrue(stranger.body().contains("\"x-forwarded-for\":\"" + CLIENT + "\""));
    assertTrue(proxy.body().contains("\"x-forwarded-for\":\"203.0.113.7\""));
    assertTrue(damaged.body().contains("\"x-forwarded-for\":\"127.0.9.9\""));
  }

  @Test
  void a_valid_trace_goes_on_and_any_other_is_replaced() {
    String valid = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    given()
        .header("traceparent", valid)
        .header("tracestate", "a=1")
        .get("/api/v1/bills")
        .then()
        .body("headers.traceparent", equalTo(valid))
        .body("headers.tracestate", equalTo("a=1"));
    given()
        .header("traceparent", valid.replace('4', 'G'))
        .header("tracestate", "a=1")
        .get("/api/v1/bills")
        .then()
        .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
        .body("headers.tracestate", nullValue());
  }

  @Test
  void a_services_talkative_headers_stay_inside() throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/api/v1/bills/headers");

    assertEquals("", answer.header("Server"));
    assertEquals("", answer.header("X-Powered-By"));
    assertEquals("", answer.header("X-Hop"));
    assertEquals("", answer.header("Keep-Alive"));
    assertEquals("", answer.header("Access-Control-Allow-Origin"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        answer.header("Content-Security-Policy"));
    assertEquals("\"7\"", answer.header("ETag"));
    assertEquals("refresh=1; HttpOnly", answer.header("Set-Cookie"));
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  @Test
  void where_a_new_resource_is_is_told_as_seen_from_outside() {
    given()
        .post("/api/v1/titles/made")
        .then()
        .statusCode(201)
        .header("Location", "/api/v1/titles/7");
  }

  @Test
  void an_answer_to_a_signed_in_caller_is_never_stored_by_others() {
    given().get("/api/v1/bills/cached").then().header("Cache-Control", "public, max-age=60");
    given()
        .header("Authorization", "Bearer abc")
        .get("/api/v1/bills/cached")
        .then()
        .header("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @CsvSource({"GET,empty,204", "GET,unchanged,304", "HEAD,x,200", "DELETE,x,200", "PATCH,x,200"})
  void answers_without_body_and_all_methods_pass(String method, String behaviour, int status) {
    given().request(method, "/api/v1/bills/" + behaviour).then().statusCode(status);
  }

  @Test
  void signing_out_makes_the_browser_forget() {
    given()
        .delete("/api/v1/sessions/current")
        .then()
        .statusCode(200)
        .header("Clear-Site-Data", "\"cache\", \"cookies\"");
  }

  @Test
  void pipelined_requests_are_answered_in_order() throws IOException {
    String one = "GET /api/v1/bills/1 HTTP/1.1\r\nHost: g\r\n\r\n";
    String two = "GET /api/v1/bills/2 HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n";

    RawAnswer answers = RawClient.ask(edge.port(), CLIENT, one + two);

    int first = answers.body().indexOf("/api/v1/bills/1");
    int second = answers.body().indexOf("/api/v1/bills/2");
    assertTrue(first >= 0 && second > first, answers.body());
  }
}
