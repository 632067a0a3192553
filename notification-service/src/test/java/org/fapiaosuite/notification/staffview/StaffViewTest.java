package org.fapiaosuite.notification.staffview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.fapiaosuite.testkit.smtp.Fault;
import org.fapiaosuite.testkit.smtp.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StaffViewTest extends NotificationTest {
  private static final String LIST = "/api/v1/notifications";

  @TestHTTPResource(value = "/metrics", management = true)
  String metricsAddress = "";

  @Test
  void a_mail_is_found_by_recipient_order_kind_and_state() {
    String to = sent(MailKind.ISSUED);
    sent(MailKind.MAILED_OUT);

    clerk()
        .queryParam("recipient", to.toUpperCase(java.util.Locale.ROOT))
        .queryParam("kind", "ISSUED")
        .queryParam("state", "SENT")
        .queryParam("orderNumber", "E1")
        .get(LIST)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].recipient", equalTo(to))
        .body("items[0].state", equalTo("SENT"))
        .body("items[0].attempts", equalTo(1))
        .body("items[0].orderNumbers", contains("E1"))
        .body("items[0].messageId", containsString("@service-centre.example"))
        .body("items[0].sentAt", notNullValue())
        .body("$", not(hasKey("nextCursor")));
    clerk().queryParam("orderNumber", "E2").get(LIST).then().body("items", hasSize(0));
  }

  @Test
  void pages_show_every_mail_once() {
    queue(MailKind.ISSUED, someones(25));
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = clerk().queryParam("limit", 10);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get(LIST).then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);

    assertEquals(25, ids.size());
    assertEquals(25, ids.stream().distinct().count());
  }

  @Test
  void the_last_page_says_that_it_is_the_last_even_when_it_is_full() {
    queue(MailKind.ISSUED, someones(20));

    for (int limit : new int[] {10, 20}) {
      JsonPath first = clerk().queryParam("limit", limit).get(LIST).jsonPath();
      assertEquals(limit, first.getList("items").size());
      assertEquals(limit == 20, first.getString("nextCursor") == null);
    }
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    queue(MailKind.ISSUED, someones(2));
    String cursor = clerk().queryParam("limit", 1).get(LIST).path("nextCursor");

    for (String query : List.of("dead-letters?cursor=" + cursor, "notifications?cursor=1")) {
      given()
          .auth()
          .oauth2(TestTokens.staff("LEAD"))
          .get("/api/v1/" + query)
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:fapiaosuite:problem:validation"))
          .body("violations.field", contains("cursor"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "state, NOWHERE, 422",
    "kind, issued, 422",
    "cursor, x, 422",
    "cursor, 1-1-1-1-1, 422",
    "limit, 0, 422",
    "limit, 101, 422"
  })
  void what_cannot_be_searched_for_is_named(String field, String value, int status) {
    clerk()
        .queryParam(field, value)
        .get(LIST)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "' OR 1=1--", "[", "(a+)+$", "\u0001"})
  void odd_search_words_find_nothing_and_break_nothing(String word) {
    sent(MailKind.ISSUED);

    int status =
        clerk()
            .queryParam("recipient", word)
            .queryParam("orderNumber", word)
            .get(LIST)
            .statusCode();

    assertTrue(status == 200 || status == 400, "status " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "CLERK, 200, 200, 200, 403",
    "LEAD, 200, 200, 200, 404",
    "ADMIN, 200, 200, 200, 404",
    "AUDITOR, 200, 403, 403, 403",
    "SUPPORT, 200, 403, 403, 403",
    "CUSTOMER, 403, 403, 403, 403",
    "SERVICE, 401, 401, 401, 401",
    "PASSWORD_CHANGE, 403, 403, 403, 403"
  })
  void each_role_may_do_what_it_may(String role, int list, int preview, int resend, int lift) {
    String id = idOf(sent(MailKind.ISSUED));
    String token = TestTokens.staff(role);

    assertEquals(list, as(token).get(LIST).statusCode());
    assertEquals(list, as(token).get(LIST + "/summary").statusCode());
    assertEquals(list, as(token).get(LIST + "/" + id).statusCode());
    assertEquals(preview, as(token).get(LIST + "/" + id + "/preview").statusCode());
    assertEquals(resend, as(token).post(LIST + "/" + id + "/resend").statusCode());
    assertEquals(
        lift, as(token).delete(LIST + "/suppressions/nobody@contoso.example").statusCode());
    assertEquals(401, given().get(LIST).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUDITOR", "SUPPORT"})
  void some_may_look_without_learning_addresses(String role) {
    String to = sent(MailKind.ISSUED);

    as(TestTokens.staff(role))
        .get(LIST)
        .then()
        .body("items[0].recipient", equalTo(to.charAt(0) + "***@contoso.example"))
        .body("items[0]", not(hasKey("reply")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0", "01932b8e-7c11-7abc-9def-0123456789ab", "1-1-1-1-1"})
  void what_is_not_there_is_not_found(String id) {
    clerk().get(LIST + "/" + id).then().statusCode(404);
    clerk().get(LIST + "/" + id + "/preview").then().statusCode(404);
    clerk().post(LIST + "/" + id + "/resend").then().statusCode(404);
  }

  @Test
  void a_preview_shows_the_mail_without_its_secret() {
    String to = sent(MailKind.ACTIVATION);

    clerk()
        .get(LIST + "/" + idOf(to) + "/preview")
        .then()
        .statusCode(200)
        .body("subject", equalTo("Activate your account for the Fapiao system"))
        .body("text", containsString("/activate#token=not-shown"))
        .body("text", not(containsString("secret-of")))
        .body("html", containsString("<h1>Activate your account</h1>"))
        .body("language", equalTo("en"));
    assertEquals(1, secrets.requests().size(), "a preview asks for no secret");
  }

  @Test
  void a_mail_without_secret_is_sent_again_as_a_new_mail() {
    String to = sent(MailKind.ISSUED);
    String first = mailsTo(to).get(0).messageId();

    clerk()
        .post(LIST + "/" + idOf(to) + "/resend")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("QUEUED"))
        .body("notification.resendOf", equalTo(idOf(to)))
        .body("notification.requestedBy", notNullValue());

    Awaitility.await().until(() -> mailsTo(to).size() == 2);
    assertNotEquals(first, mailsTo(to).get(1).messageId());
  }

  @Test
  void an_idempotency_key_that_is_none_is_refused() {
    String id = idOf(sent(MailKind.ISSUED));

    clerk()
        .header("Idempotency-Key", "x".repeat(300))
        .post(LIST + "/" + id + "/resend")
        .then()
        .statusCode(422);
  }

  @Test
  void the_same_idempotency_key_sends_once() {
    String to = sent(MailKind.ISSUED);
    String id = idOf(to);

    String one = resend(id, "key-1");
    String two = resend(id, "key-1");
    String three = resend(id, "key-2");

    assertEquals(one, two);
    assertNotEquals(one, three);
    Awaitility.await().until(() -> mailsTo(to).size() == 3);
  }

  @Test
  void a_mail_on_its_way_is_not_doubled() {
    String to = someone();
    smtp.follow(Script.always(Fault.Point.RCPT, Fault.reply("451 4.7.1 later")));
    queue(MailKind.ISSUED, to);
    awaitState(to, "TEMPORARY_FAILURE");

    clerk()
        .post(LIST + "/" + idOf(to) + "/resend")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("STILL_WAITING"))
        .body("notification.id", equalTo(idOf(to)));
    assertEquals("1", Database.query("SELECT count(*) FROM delivery"));
  }

  @ParameterizedTest
  @CsvSource({"ACTIVATION, /api/v1/activations/resend", "PASSWORD_RESET, /api/v1/password-resets"})
  void with_a_secret_the_owner_is_asked_for_a_new_request(MailKind kind, String path) {
    String to = sent(kind);
    secrets.answer("", 202);

    clerk()
        .post(LIST + "/" + idOf(to) + "/resend")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("REQUESTED"))
        .body("$", not(hasKey("notification")));

    assertEquals(path, secrets.requests().get(1).path());
    assertEquals("1", Database.query("SELECT count(*) FROM delivery"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLAIM_APPROVAL", "EMAIL_CHANGE_CONFIRMATION"})
  void what_only_the_reader_can_ask_for_staff_cannot(MailKind kind) {
    String to = sent(kind);

    clerk()
        .post(LIST + "/" + idOf(to) + "/resend")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:only-the-reader-can-ask"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDER_CONFIRMATION", "READY_FOR_PICKUP"})
  void a_secret_of_a_thing_is_the_same_in_every_mail(MailKind kind) {
    String to = sent(kind);

    clerk().post(LIST + "/" + idOf(to) + "/resend").then().statusCode(200);

    Awaitility.await().until(() -> mailsTo(to).size() == 2);
    assertEquals(secrets.requests().get(0).subjectId(), secrets.requests().get(1).subjectId());
  }

  @Test
  void a_bounced_address_is_refused_until_a_lead_lifts_it() {
    String to = someone();
    smtp.follow(Script.always(Fault.Point.RCPT, Fault.reply("550 5.1.1 no such user")));
    queue(MailKind.ISSUED, to);
    awaitState(to, "PERMANENT_FAILURE");
    smtp.follow(Script.wellBehaved());
    String id = idOf(to);

    clerk()
        .post(LIST + "/" + id + "/resend")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:suppressed-address"));
    as(TestTokens.staff("LEAD")).delete(LIST + "/suppressions/" + to).then().statusCode(204);
    clerk().post(LIST + "/" + id + "/resend").then().statusCode(200);

    awaitMailTo(to);
  }

  @Test
  void the_queue_is_summed_up_and_measured() {
    sent(MailKind.ISSUED);
    String waiting = someone();
    smtp.follow(Script.always(Fault.Point.RCPT, Fault.reply("451 4.7.1 later")));
    queue(MailKind.ISSUED, waiting);
    awaitState(waiting, "TEMPORARY_FAILURE");

    clerk()
        .get(LIST + "/summary")
        .then()
        .body("states.SENT", equalTo(1))
        .body("states.TEMPORARY_FAILURE", equalTo(1))
        .body("states.PERMANENT_FAILURE", equalTo(0))
        .body("oldestUnsentAt", notNullValue());
    String metrics = given().get(metricsAddress).asString();
    assertTrue(metrics.contains("fapiao_mail_oldest_unsent_seconds"), metrics);
    assertTrue(metrics.contains("fapiao_mail_unsent{state=\"TEMPORARY_FAILURE\"}"), metrics);
    assertTrue(
        metrics.contains("fapiao_mail_tries_total{ending=\"FAILED\",kind=\"ISSUED\"}"), metrics);
  }

  private String resend(String id, String key) {
    return clerk()
        .header("Idempotency-Key", key)
        .post(LIST + "/" + id + "/resend")
        .then()
        .statusCode(200)
        .extract()
        .path("notification.id");
  }

  private String sent(MailKind kind) {
    String to = someone();
    queue(kind, to);
    awaitState(to, "SENT");
    return to;
  }

  private static String idOf(String recipient) {
    return Database.query(
        "SELECT id FROM delivery WHERE resend_of IS NULL AND address = '" + recipient + "'");
  }

  private static RequestSpecification clerk() {
    return as(TestTokens.staff("CLERK"));
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
