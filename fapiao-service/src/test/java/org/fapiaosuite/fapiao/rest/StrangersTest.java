package org.fapiaosuite.fapiao.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.support.CaseFilesTest;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may not: strangers see nothing, customers no desk, clerks no customers. From OpenAPI. */
@QuarkusTest
class StrangersTest {

  private static final Set<String> OPEN =
      Set.of("listDeliveryMethods", "listNotices", "listRegions");
  private static final List<String> METHODS = List.of("get", "put", "post", "delete");
  private static final String ABSENT = UUID.randomUUID().toString();

  private static String supportFile = ABSENT;

  private record Route(String operation, String method, String path) {
    boolean isCustomers() {
      return !path.startsWith("/api/v1/service-centre")
          && !path.startsWith("/internal")
          && !path.startsWith("/api/v1/dead-letters")
          && !path.startsWith("/api/v1/audit");
    }
  }

  @TestFactory
  List<DynamicTest> a_strangers_object_is_answered_like_an_absent_one() throws Exception {
    Story owner = new Story();
    String bill = owner.invoiceableBill("10.00");
    String application = owner.issued(bill);
    String fapiao = owner.customer().get("/api/v1/fapiaos").then().extract().path("items[0].id");
    String title =
        owner
            .customer()
            .body(Map.of("titleType", "INDIVIDUAL", "name", "王小明"))
            .post("/api/v1/titles")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String supportCase =
        owner
            .customer()
            .body(Map.of("kind", "OTHER", "text", "x"))
            .post("/api/v1/support-cases")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    supportFile =
        CaseFilesTest.form(
                owner.customer(), "file", "a.pdf", CaseFilesTest.ofType("application/pdf", 100))
            .post("/api/v1/support-cases/" + supportCase + "/files")
            .then()
            .statusCode(200)
            .extract()
            .path("messages[1].files[0].id");
    Map<String, String> owned =
        Map.of(
            "bills", bill,
            "applications", application,
            "fapiaos", fapiao,
            "titles", title,
            "support-cases", supportCase);
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : routes()) {
      if (route.isCustomers() && route.path.contains("{id}")) {
        String id = owned.get(route.path.split("/")[3]);
        tests.add(
            dynamicTest(
                route.operation,
                () -> {
                  assertEquals(
                      told(call(route, ABSENT, new Story().customer())),
                      told(call(route, id, new Story().customer())));
                  if (!route.operation.equals("streamProgress")) {
                    // their own, so that it was not absent before
                    assertNotEquals(404, call(route, id, owner.customer()).statusCode());
                  }
                }));
      }
    }
    assertTrue(tests.size() >= 12, "routes are missing: " + tests.size());
    return tests;
  }

  /** All that an answer of 404 tells, but for its trace. */
  private static Map<String, Object> told(Response answer) {
    assertEquals(404, answer.statusCode(), answer.asString());
    Map<String, Object> told = new TreeMap<>(answer.jsonPath().getMap(""));
    assertTrue(told.remove("traceId") != null);
    answer.headers().forEach(header -> told.put(header.getName(), header.getValue()));
    return told;
  }

  @Test
  void a_strangers_bill_in_a_body_is_absent_too() {
    Story stranger = new Story();
    String draft = stranger.draft(Story.request(stranger.invoiceableBill("10.00")));
    String foreign = new Story().invoiceableBill("10.00");
    for (String bill : List.of(foreign, ABSENT)) {
      stranger.customer().body(Story.request(bill)).post(Story.APPLICATIONS).then().statusCode(404);
      stranger
          .customer()
          .header("If-Match", "*")
          .body(Story.request(bill))
          .put(Story.APPLICATIONS + "/" + draft)
          .then()
          .statusCode(404);
    }
  }

  @TestFactory
  List<DynamicTest> nobody_gets_in_without_a_token_of_his() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : routes()) {
      if (OPEN.contains(route.operation)) {
        continue;
      }
      tests.add(
          dynamicTest(
              route.operation + " without a token",
              () -> assertEquals(401, call(route, ABSENT, plain()).statusCode())));
      String wrong =
          route.isCustomers() ? TestTokens.staff("CLERK") : TestTokens.customer("simulator:x");
      tests.add(
          dynamicTest(
              route.operation + " with somebody else's role",
              () -> assertEquals(403, call(route, ABSENT, Story.as(wrong)).statusCode())));
      tests.add(
          dynamicTest(
              route.operation + " with a restricted token",
              () -> assertEquals(403, call(route, ABSENT, Story.as(restricted())).statusCode())));
    }
    return tests;
  }

  private static String restricted() {
    return TestTokens.with(Map.of("sub", ABSENT, "groups", List.of("PASSWORD_CHANGE"), "epoch", 0));
  }

  private static Response call(Route route, String id, RequestSpecification caller) {
    RequestSpecification request = caller.header("If-Match", "*");
    if (route.path.endsWith("/files")) {
      CaseFilesTest.form(request, "file", "a.pdf", CaseFilesTest.ofType("application/pdf", 100));
    } else if (route.method.equals("post") || route.method.equals("put")) {
      request.body(body(route));
    }
    return request.request(
        route.method.toUpperCase(java.util.Locale.ROOT),
        route
            .path
            .replace("{id}", id)
            .replace("{fileId}", supportFile)
            .replace("{year}", "2027")
            .replace("{type}", "SPECIAL")
            .replace("{medium}", "PAPER"));
  }

  private static Object body(Route route) {
    if (route.operation.equals("editApplication")) {
      return Story.request(ABSENT);
    }
    return switch (route.operation) {
      case "changeDelivery" -> Story.courier();
      case "writeSupportMessage" -> Map.of("text", "x");
      case "putReturnParcel" -> Map.of("carrier", "SF", "waybill", "SF1234567890123");
      default -> Map.of("titleType", "INDIVIDUAL", "name", "王小明");
    };
  }

  private static RequestSpecification plain() {
    return given().contentType(ContentType.JSON);
  }

  private static List<Route> routes() throws Exception {
    String document = given().accept("application/json").get("/q/openapi?format=json").asString();
    JsonNode paths = new ObjectMapper().readTree(document).path("paths");
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (!operation.isMissingNode()) {
          String id = operation.path("operationId").asText();
          assertTrue(!id.isEmpty(), path.getKey() + " has no operationId");
          // Dead letters and the trail are described where the gateway serves them.
          String served =
              path.getKey()
                  .replace("/api/v1/ops/fapiao/", "/api/v1/")
                  .replace("/api/v1/service-centre/audit", "/api/v1/audit");
          routes.add(new Route(id, method, served));
        }
      }
    }
    // In no document, for it is between services only.
    routes.add(new Route("mintSecret", "post", "/internal/secrets"));
    return routes;
  }
}
