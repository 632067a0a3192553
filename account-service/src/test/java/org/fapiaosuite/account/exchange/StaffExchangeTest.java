package org.fapiaosuite.account.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fapiaosuite.account.Story;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody of the staff, who signed in elsewhere. */
@QuarkusTest
class StaffExchangeTest {

  private static final String STAFF = "/api/v1/staff";

  @Inject IssuerSwitch issuers;

  @AfterEach
  void everythingAsItWas() {
    issuers.on("desk");
  }

  @Test
  void first_exchange_makes_an_account_of_staff() {
    // Given
    String email = Story.mailbox("lead");
    Map<String, Object> claims = TestIssuer.staff(email, List.of("Heads of the desk"));

    // When
    Response answer = Exchange.asStaff(claims);

    // Then
    answer.then().statusCode(200).body("scope", equalTo("staff")).body("expires_in", equalTo(300));
    String token = answer.path("access_token");
    JsonPath content = Exchange.content(token);
    assertEquals(List.of("LEAD"), content.getList("groups"));
    assertEquals(List.of(), content.getList("customerIds"));
    assertEquals(Map.of("iss", TestIssuer.desk(), "sub", TestIssuer.DESK), content.getMap("act"));
    assertEquals(
        Map.of("iss", TestIssuer.desk(), "sub", claims.get("sub")), content.getMap("origin"));
    Story.as(token)
        .get("/api/v1/account")
        .then()
        .statusCode(200)
        .body("role", equalTo("LEAD"))
        .body("email", equalTo(email));
    String account = content.getString("sub");
    assertEquals(email, Story.event("account.activated.v1", account).getString("email"));
    JsonPath exchanged = Story.event("account.token-exchanged.v1", account);
    assertEquals("LEAD", exchanged.getString("role"));
    assertEquals(content.getString("sid"), exchanged.getString("sessionId"));
    assertEquals(account, idOf(TestIssuer.staff(email, "Leads")), "next time the same");
  }

  @Test
  void the_role_decides_and_the_trail_names_the_person() {
    // Given
    Map<String, Object> claims = TestIssuer.staff(Story.mailbox("admin"), "Admins");
    String admin = Exchange.staffToken(claims);
    String clerk = Exchange.staffToken(TestIssuer.staff(Story.mailbox("clerk"), "Clerks"));

    // When
    Response byAdmin = Story.as(admin).get(STAFF);
    Response byClerk = Story.as(clerk).get(STAFF);

    // Then
    byAdmin.then().statusCode(200);
    byClerk.then().statusCode(403);
    assertEquals(
        "listStaffAccounts ADMIN as %s of %s".formatted(claims.get("sub"), TestIssuer.desk()),
        Database.query(
            "SELECT concat_ws(' ', action, roles, detail) FROM audit_entry WHERE actor = '"
                + Exchange.content(admin).getString("sub")
                + "'"));
  }

  @ParameterizedTest
  @MethodSource
  void what_the_claim_names_is_one_role(Object said, String role) {
    assertEquals(
        List.of(role),
        Exchange.content(Exchange.staffToken(TestIssuer.staff(Story.mailbox("of-staff"), said)))
            .getList("groups"));
  }

  static Stream<Arguments> what_the_claim_names_is_one_role() {
    return Stream.of(
        Arguments.of("Clerks", "CLERK"),
        Arguments.of(List.of("everybody", "Auditors", "Auditors"), "AUDITOR"),
        Arguments.of(List.of("Helpers"), "SUPPORT"),
        Arguments.of(List.of("Clerks", "Leads"), "LEAD"));
  }

  @ParameterizedTest
  @MethodSource
  void a_claim_that_names_no_role_or_two_lets_nobody_in(Object claim, String error, String why) {
    Map<String, Object> claims = TestIssuer.staff(Story.mailbox("nobody"), "Leads");
    claims.put("realm_access", claim);

    Exchange.asStaff(claims)
        .then()
        .statusCode(400)
        .body("error", equalTo(error))
        .body("error_description", equalTo("subject_token " + why));
  }

  static Stream<Arguments> a_claim_that_names_no_role_or_two_lets_nobody_in() {
    String none = "names no role of staff";
    String odd = "has a role claim that cannot be read";
    return Stream.of(
        Arguments.of(Map.of(), "invalid_scope", none),
        Arguments.of(Map.of("roles", List.of()), "invalid_scope", none),
        Arguments.of(Map.of("roles", "leads"), "invalid_scope", none),
        Arguments.of(Map.of("roles", "LEAD"), "invalid_scope", none),
        Arguments.of(Map.of("roles", "Leads,Clerks"), "invalid_scope", none),
        Arguments.of(
            Map.of("roles", List.of("Leads", "Admins")),
            "invalid_scope",
            "names two roles of staff"),
        Arguments.of(Map.of("roles", 7), "invalid_request", odd),
        Arguments.of(Map.of("roles", true), "invalid_request", odd),
        Arguments.of(Map.of("roles", Map.of("Leads", true)), "invalid_request", odd),
        Arguments.of(Map.of("roles", List.of("Leads", 7)), "invalid_request", odd),
        Arguments.of("Leads", "invalid_request", odd));
  }

  @Test
  void an_issuer_that_is_not_trusted_with_staff_names_none() {
    for (String issuer : List.of(TestIssuer.customers(), TestIssuer.mailboxes())) {
      Map<String, Object> claims = TestIssuer.staff(Story.mailbox("climber"), "Admins");
      claims.put("iss", issuer);
      claims.put("aud", List.of(TestIssuer.DESK, TestIssuer.AUDIENCE));

      Exchange.asStaff(claims)
          .then()
          .statusCode(400)
          .body("error", equalTo("invalid_scope"))
          .body(
              "error_description",
              equalTo("the issuer of subject_token is not trusted with staff"));
    }
  }

  @Test
  void a_front_end_is_for_customers_or_for_staff() {
    Map<String, Object> ofCustomers = TestIssuer.staff(Story.mailbox("climber"), "Admins");
    ofCustomers.put("aud", TestIssuer.AUDIENCE);

    Exchange.asStaff(ofCustomers)
        .then()
        .statusCode(400)
        .body("error_description", equalTo("subject_token is for another audience"));
    TokenExchangeTest.refused(
        TestIssuer.token(TestIssuer.staff(Story.mailbox("lead"), "Leads")),
        "is for another audience");
  }

  @Test
  void whoever_is_both_has_two_accounts_and_asks_for_one() {
    // Given
    String email = Story.mailbox("both");
    Map<String, Object> claims = TestIssuer.staff(email, "Admins");
    claims.put("aud", List.of(TestIssuer.DESK, TestIssuer.AUDIENCE));

    // When
    JsonPath customer = Exchange.content(Exchange.accessToken(claims));

    // Then
    assertEquals(List.of("CUSTOMER"), customer.getList("groups"));
    assertNull(customer.get("origin"));
    assertNotEquals(customer.getString("sub"), idOf(TestIssuer.staff(email, "Admins")));
  }

  @Test
  void another_role_ends_what_was_given_with_the_old_one() {
    // Given
    String email = Story.mailbox("moved-up");
    String before = Exchange.staffToken(TestIssuer.staff(email, "Clerks"));

    // When
    String after = Exchange.staffToken(TestIssuer.staff(email, "Leads"));

    // Then
    String account = Exchange.content(after).getString("sub");
    assertEquals(account, Exchange.content(before).getString("sub"));
    Story.as(before).get("/api/v1/account").then().statusCode(401);
    Story.as(after).get("/api/v1/account").then().body("role", equalTo("LEAD"));
    assertEquals(1, Story.event("account.epoch-raised.v1", account).getInt("epoch"));
  }

  @Test
  void an_administrator_shuts_it_and_does_not_say_the_role() {
    // Given
    String email = Story.mailbox("let-go");
    String token = Exchange.staffToken(TestIssuer.staff(email, "Clerks"));
    String path = STAFF + "/" + Exchange.content(token).getString("sub");
    String admin = Exchange.staffToken(TestIssuer.staff(Story.mailbox("admin"), "Admins"));
    Response known = Story.as(admin).get(path);
    known.then().statusCode(200).body("issuer", equalTo(TestIssuer.desk()));

    // When
    Response promoted =
        Story.as(admin)
            .header("If-Match", known.header("ETag"))
            .body(Map.of("role", "LEAD", "status", "ACTIVE"))
            .put(path);
    Story.as(admin).delete(path).then().statusCode(204);

    // Then
    promoted.then().statusCode(409);
    Story.as(token).get("/api/v1/account").then().statusCode(401);
    for (String role : List.of("Clerks", "Leads")) {
      Exchange.asStaff(TestIssuer.staff(email, role))
          .then()
          .statusCode(400)
          .body("error_description", equalTo("subject_token is of somebody whose account is shut"));
    }
    Story.as(admin).get(path).then().body("role", equalTo("CLERK"));
  }

  @Test
  void issuer_switched_off_takes_its_staff_with_it_at_once() {
    // Given
    String email = Story.mailbox("of-issuer");
    String token = Exchange.staffToken(TestIssuer.staff(email, "Leads"));

    // When
    int ended = issuers.off("desk").orElseThrow();

    // Then
    assertTrue(ended >= 1, "sessions ended: " + ended);
    Story.as(token).get("/api/v1/account").then().statusCode(401);
    assertEquals(
        1,
        Story.events("account.session-ended.v1", Exchange.content(token).getString("sid")).size());
    Exchange.asStaff(TestIssuer.staff(email, "Leads"))
        .then()
        .statusCode(400)
        .body("error_description", equalTo("subject_token is of an issuer that is not trusted"));
  }

  @Test
  void one_address_is_one_member_of_staff() {
    // Given
    String email = Story.mailbox("once");
    String admin = Exchange.staffToken(TestIssuer.staff(email, "Admins"));
    String colleague = Story.mailbox("colleague");
    takeOn(admin, colleague).then().statusCode(201);

    // When
    Response again = takeOn(admin, email);

    // Then
    again.then().statusCode(409);
    String taken = "is of an address that another account of staff has";
    refused(TestIssuer.staff(colleague, "Leads"), taken);
    Map<String, Object> moved = TestIssuer.staff(email, "Admins");
    moved.put("email", colleague);
    refused(moved, taken);
    moved.put("email", email.replace("@contoso.example", "@fabrikam.example"));
    assertEquals(idOf(moved), Exchange.content(admin).getString("sub"));
  }

  @Test
  void owner_of_an_account_with_a_password_joins_it() {
    // Given
    String email = "auditor@service-centre.example";
    String owner =
        Story.signIn(email, "demo staff of a test")
            .then()
            .statusCode(201)
            .extract()
            .path("accessToken");
    refused(
        TestIssuer.staff(email, "Auditors"), "is of an address that another account of staff has");

    // When
    join(owner, TestIssuer.staff(email, "Auditors")).then().statusCode(204);

    // Then
    String joined = Exchange.staffToken(TestIssuer.staff(email, "Auditors"));
    assertEquals(
        Exchange.content(owner).getString("sub"), Exchange.content(joined).getString("sub"));
    Exchange.asStaff(TestIssuer.staff(email, "Admins"))
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_scope"))
        .body(
            "error_description", equalTo("subject_token names another role than the account has"));
    join(joined, TestIssuer.staff(email, "Auditors")).then().statusCode(409);
  }

  @Test
  void an_account_that_an_issuer_made_is_not_joined_with_one_of_a_password() {
    // Given
    String email = "lead@service-centre.example";
    Map<String, Object> claims = TestIssuer.staff(Story.mailbox("other"), "Leads");
    Exchange.staffToken(claims);
    String owner =
        Story.signIn(email, "demo staff of a test")
            .then()
            .statusCode(201)
            .extract()
            .path("accessToken");

    // When
    claims.put("email", email);
    claims.put("jti", "of " + claims.get("sub"));

    // Then
    join(owner, claims).then().statusCode(409);
  }

  private static void refused(Map<String, Object> claims, String why) {
    Exchange.asStaff(claims)
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"))
        .body("error_description", equalTo("subject_token " + why));
  }

  private static Response join(String accessToken, Map<String, Object> claims) {
    return Story.as(accessToken)
        .body(Map.of("subjectToken", TestIssuer.token(claims)))
        .post("/api/v1/account/issuers");
  }

  private static Response takeOn(String admin, String email) {
    return Story.as(admin).body(Map.of("email", email, "role", "CLERK")).post(STAFF);
  }

  private static String idOf(Map<String, Object> claims) {
    return Exchange.content(Exchange.staffToken(claims)).getString("sub");
  }
}
