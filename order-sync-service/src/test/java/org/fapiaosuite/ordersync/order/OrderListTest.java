package org.fapiaosuite.ordersync.order;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer sees of their orders, and what of others'. */
@QuarkusTest
class OrderListTest extends ServiceTest {
  private static final String SYNC = "/api/v1/order-sync/";

  @Test
  void shows_the_orders_of_all_linked_customers_newest_first_by_the_page() {
    // Given
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      PaidOrder paid =
          PaidOrder.at(NOW.minusSeconds(i / 2)).withCustomer(i % 2 == 0 ? "one" : "two");
      push(paid.push());
      expected.add(paid.paidAt() + ' ' + paid.orderNumber());
      push(PaidOrder.at(NOW).withCustomer("somebody-else").push());
    }
    expected.sort(java.util.Comparator.reverseOrder());
    String token = TestTokens.customer("simulator:one", "simulator:two", "second:one");

    // When
    List<String> shown = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonPath page = list(token, "?limit=3" + cursor);
      page.<Map<String, Object>>getList("items")
          .forEach(item -> shown.add(item.get("paidAt") + " " + item.get("orderNumber")));
      String next = page.getString("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
      pages++;
    } while (!cursor.isEmpty());

    // Then
    assertEquals(expected, shown);
    assertEquals(3, pages);
  }

  @Test
  void the_last_page_says_that_it_is_the_last_even_when_it_is_full() {
    push(PaidOrder.at(NOW).withCustomer("one").push());
    push(PaidOrder.at(NOW).withCustomer("one").push());
    String token = TestTokens.customer("simulator:one");

    JsonPath page = list(token, "?limit=2");

    assertEquals(2, page.getList("items").size());
    assertNull(page.getString("nextCursor"));
    assertNull(
        list(token, "?limit=1&cursor=" + list(token, "?limit=1").getString("nextCursor"))
            .getString("nextCursor"));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    push(PaidOrder.at(NOW).withCustomer("one").push());
    push(PaidOrder.at(NOW).withCustomer("one").push());
    String customer = TestTokens.customer("simulator:one");
    String staff = TestTokens.staff("LEAD");
    String ofOrders = list(customer, "?limit=1").getString("nextCursor");
    String ofSynced = given().auth().oauth2(staff).get(SYNC + "orders?limit=1").path("nextCursor");

    refusedCursor(customer, "/api/v1/orders?cursor=" + ofSynced);
    for (String list : List.of("orders", "refused-pushes", "reconciliations")) {
      refusedCursor(staff, SYNC + list + "?cursor=" + ofOrders);
    }
    refusedCursor(staff, "/api/v1/dead-letters?cursor=" + ofOrders);
  }

  private static void refusedCursor(String token, String path) {
    given()
        .auth()
        .oauth2(token)
        .get(path)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:validation"))
        .body("violations.field", equalTo(List.of("cursor")));
  }

  @Test
  void shows_nothing_to_an_account_that_no_customer_is_linked_to() {
    push(PaidOrder.at(NOW).push());
    JsonPath page = list(TestTokens.customer(), "");
    assertEquals(List.of(), page.getList("items"));
    assertNull(page.getString("nextCursor"));
  }

  @Test
  void answers_a_strangers_order_like_one_that_does_not_exist() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    String stranger = TestTokens.customer("simulator:stranger", "second:contoso-cn");
    Map<String, Object> foreign = get(stranger, paid.orderNumber());
    Map<String, Object> absent = get(stranger, "E-ABSENT");

    // Then
    assertEquals(absent, foreign);
  }

  private static Map<String, Object> get(String token, String orderNumber) {
    Map<String, Object> body =
        new java.util.TreeMap<>(
            given()
                .auth()
                .oauth2(token)
                .get("/api/v1/orders/" + orderNumber)
                .then()
                .statusCode(404)
                .extract()
                .jsonPath()
                .<String, Object>getMap(""));
    body.remove("traceId");
    return body;
  }

  @Test
  void is_for_customers_alone() {
    given().get("/api/v1/orders").then().statusCode(401);
    given().get("/api/v1/orders/E1").then().statusCode(401);
    for (String role : List.of("CLERK", "LEAD", "ADMIN", "AUDITOR", "PASSWORD_CHANGE")) {
      given()
          .auth()
          .oauth2(TestTokens.staff(role))
          .get("/api/v1/orders")
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:fapiaosuite:problem:forbidden"));
    }
    String customer = TestTokens.customer("simulator:contoso-cn");
    for (String path : List.of("/orders", "/orders/E1", "/refused-pushes", "/reconciliations")) {
      given().auth().oauth2(customer).get("/api/v1/order-sync" + path).then().statusCode(403);
    }
    given()
        .auth()
        .oauth2(customer)
        .post("/api/v1/order-sync/orders/E1/resync")
        .then()
        .statusCode(403);
  }

  @Test
  void what_is_not_there_is_absent_for_staff() {
    for (String path : List.of("orders/E0", "refused-pushes/" + UUID.randomUUID())) {
      given()
          .auth()
          .oauth2(TestTokens.staff("LEAD"))
          .get("/api/v1/order-sync/" + path)
          .then()
          .statusCode(404)
          .body("type", equalTo("urn:fapiaosuite:problem:not-found"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "cursor=x",
        "cursor=AAAA",
        "cursor=%20",
        "cursor=__________8AAA",
        "cursor=AAAAAAAAAAA"
      })
  void refuses_what_is_no_page(String query) {
    given()
        .auth()
        .oauth2(TestTokens.customer("simulator:contoso-cn"))
        .urlEncodingEnabled(false)
        .get("/api/v1/orders?" + query)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:validation"));
  }

  @Test
  void staff_see_all_by_status_and_can_have_one_synced_again() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    PaidOrder foreign = PaidOrder.at(NOW).withCurrency("USD");
    push(foreign.push());
    work();
    String clerk = TestTokens.staff("CLERK");

    // Then
    for (Map.Entry<String, List<String>> expected :
        Map.of(
                "?status=HELD", List.of(foreign.orderNumber()),
                "?status=SYNCHRONISING", List.of(paid.orderNumber()),
                "?status=REFUNDED", List.<String>of())
            .entrySet()) {
      given()
          .auth()
          .oauth2(clerk)
          .get("/api/v1/order-sync/orders" + expected.getKey())
          .then()
          .statusCode(200)
          .body("items.orderNumber", equalTo(expected.getValue()));
    }
    given()
        .auth()
        .oauth2(clerk)
        .get("/api/v1/order-sync/orders")
        .then()
        .body("items.size()", equalTo(2));
    given().auth().oauth2(clerk).get("/api/v1/order-sync/orders?status=x").then().statusCode(422);
    String resync = "/api/v1/order-sync/orders/%s/resync";
    given()
        .auth()
        .oauth2(clerk)
        .post(resync.formatted(paid.orderNumber()))
        .then()
        .statusCode(200)
        .body("status", equalTo("SYNCHRONISING"));
    given().auth().oauth2(clerk).post(resync.formatted("E-ABSENT")).then().statusCode(404);
  }

  private static JsonPath list(String token, String query) {
    return given()
        .auth()
        .oauth2(token)
        .get("/api/v1/orders" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
