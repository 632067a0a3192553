package org.fapiaosuite.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo staff, and what an administrator does with real ones. */
@QuarkusTest
class StaffStoryTest {

  private static final String DEMO_PASSWORD = "demo staff of a test";
  private static @Nullable String adminToken;

  @ParameterizedTest
  @CsvSource({"clerk,CLERK", "lead,LEAD", "admin,ADMIN", "auditor,AUDITOR"})
  void demo_staff_signs_in(String name, String role) {
    Response answer = Story.signIn(name + "@service-centre.example", DEMO_PASSWORD);
    answer.then().statusCode(201).body("scope", equalTo("staff"));
    Story.as(answer.path("accessToken"))
        .get("/api/v1/account")
        .then()
        .statusCode(200)
        .body("role", equalTo(role));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clerk", "lead", "auditor"})
  void only_an_administrator_keeps_staff(String name) {
    String token = signIn(name + "@service-centre.example", DEMO_PASSWORD);
    Story.as(token)
        .get("/api/v1/staff")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:fapiaosuite:problem:forbidden"));
    Story.as(token)
        .body(Map.of("email", Story.mailbox("x"), "role", "ADMIN"))
        .post("/api/v1/staff")
        .then()
        .statusCode(403);
  }

  @Test
  void new_clerk_gets_a_temporary_password_by_mail() {
    // Given
    String email = Story.mailbox("new-clerk");

    // When
    Response made = takeOn(email, "CLERK");

    // Then
    made.then()
        .statusCode(201)
        .header("Location", notNullValue())
        .header("ETag", notNullValue())
        .body("role", equalTo("CLERK"))
        .body("status", equalTo("ACTIVE"))
        .body("passwordHash", nullValue());
    takeOn(email, "LEAD").then().statusCode(409);
    String id = made.path("id");
    String request = Story.event("account.password-reset-requested.v1", id).getString("requestId");
    assertEquals(null, Story.event("account.activated.v1", email).getString("orderNumber"));
    String restricted = signIn(email, Story.secret("TEMPORARY_PASSWORD", request));
    Story.as(restricted)
        .body(Map.of("newPassword", "twelve angry clerks"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(204);
    Story.as(signIn(email, "twelve angry clerks"))
        .get("/api/v1/account")
        .then()
        .body("role", equalTo("CLERK"));
  }

  @Test
  void changed_role_needs_the_etag_and_ends_what_was_signed_in() {
    // Given
    String email = Story.mailbox("promoted");
    Response made = takeOn(email, "CLERK");
    String path = "/api/v1/staff/" + made.path("id");
    Map<String, String> lead = Map.of("role", "LEAD", "status", "ACTIVE");

    // When, Then
    admin().body(lead).put(path).then().statusCode(428);
    admin().header("If-Match", "\"7-en\"").body(lead).put(path).then().statusCode(412);
    admin().header("If-Match", "W/x").body(lead).put(path).then().statusCode(412);
    admin()
        .header("If-Match", made.header("ETag"))
        .body(lead)
        .put(path)
        .then()
        .statusCode(200)
        .body("role", equalTo("LEAD"));
    admin().header("If-Match", made.header("ETag")).body(lead).put(path).then().statusCode(412);
    assertEquals(1, Story.events("account.epoch-raised.v1", made.path("id")).size());
  }

  @Test
  void who_is_let_go_is_out_at_once() {
    // Given
    String email = Story.mailbox("leaving");
    Response made = takeOn(email, "CLERK");
    String id = made.path("id");
    String request = Story.event("account.password-reset-requested.v1", id).getString("requestId");
    String restricted = signIn(email, Story.secret("TEMPORARY_PASSWORD", request));

    // When
    admin().delete("/api/v1/staff/" + id).then().statusCode(204);

    // Then
    admin().delete("/api/v1/staff/" + id).then().statusCode(204);
    Story.as(restricted)
        .body(Map.of("newPassword", "twelve angry clerks"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(401);
    admin().get("/api/v1/staff/" + id).then().body("status", equalTo("DISABLED"));
  }

  @Test
  void administrators_cannot_shut_themselves_out() {
    Response me = admin().get("/api/v1/account");
    String path = "/api/v1/staff/" + me.path("id");

    admin().delete(path).then().statusCode(409);
    admin()
        .header("If-Match", admin().get(path).header("ETag"))
        .body(Map.of("role", "CLERK", "status", "ACTIVE"))
        .put(path)
        .then()
        .statusCode(409);
  }

  @Test
  void a_change_without_a_role_is_refused_and_so_is_one_of_nobody() {
    Response made = takeOn(Story.mailbox("unchanged"), "CLERK");

    admin()
        .header("If-Match", made.header("ETag"))
        .body(Map.of("status", "ACTIVE"))
        .put("/api/v1/staff/" + made.path("id"))
        .then()
        .statusCode(422)
        .body("violations.field", hasItem("role"));
    admin()
        .header("If-Match", made.header("ETag"))
        .body(Map.of("role", "LEAD", "status", "ACTIVE"))
        .put("/api/v1/staff/00000000-0000-7000-8000-000000000000")
        .then()
        .statusCode(404);
  }

  @Test
  void customer_is_absent_here() {
    String customer =
        Story.event("account.activated.v1", Story.activeCustomer("simulator:not-staff"))
            .getString("accountId");
    for (String id : List.of(customer, "00000000-0000-7000-8000-000000000000", "x")) {
      admin().get("/api/v1/staff/" + id).then().statusCode(404);
      admin().delete("/api/v1/staff/" + id).then().statusCode(404);
    }
  }

  @Test
  void list_is_read_page_by_page() {
    // Given
    for (int i = 0; i < 3; i++) {
      takeOn(Story.mailbox("page" + i), "SUPPORT").then().statusCode(201);
    }

    // When
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page =
          cursor == null
              ? admin().get("/api/v1/staff?limit=2")
              : admin().get("/api/v1/staff?limit=2&cursor=" + cursor);
      page.then().statusCode(200).body("items", hasSize(greaterThan(0)));
      seen.addAll(page.<List<String>>path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    // Then
    assertTrue(seen.size() >= 7);
    assertEquals(seen.size(), new HashSet<>(seen).size());
  }

  @Test
  void the_last_page_says_that_it_is_the_last_even_when_it_is_full() {
    int all = admin().get("/api/v1/staff?limit=100").jsonPath().getList("items").size();

    Response page = admin().get("/api/v1/staff?limit=" + all);

    page.then().statusCode(200).body("items", hasSize(all)).body("$", not(hasKey("nextCursor")));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String ofStaff = admin().get("/api/v1/staff?limit=1").path("nextCursor");
    for (String query : List.of("staff?cursor=1", "dead-letters?cursor=" + ofStaff)) {
      admin()
          .get("/api/v1/" + query)
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:fapiaosuite:problem:validation"))
          .body("violations.field", equalTo(List.of("cursor")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=1000000"})
  void bad_page_is_refused(String query) {
    admin()
        .get("/api/v1/staff?" + query)
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUSTOMER", "SERVICE", "PASSWORD_CHANGE", "clerk", ""})
  void nobody_is_made_what_staff_is_not(String role) {
    takeOn(Story.mailbox("odd"), role).then().statusCode(422);
  }

  private static Response takeOn(String email, String role) {
    return admin().body(Map.of("email", email, "role", role)).post("/api/v1/staff");
  }

  /** The administrator, signed in once: each sign-in costs a hash. */
  private static RequestSpecification admin() {
    if (adminToken == null) {
      adminToken = signIn("admin@service-centre.example", DEMO_PASSWORD);
    }
    return Story.as(adminToken);
  }

  private static String signIn(String email, String password) {
    return Story.signIn(email, password).then().statusCode(201).extract().path("accessToken");
  }
}
