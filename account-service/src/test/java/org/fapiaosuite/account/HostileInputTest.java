package org.fapiaosuite.account;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs send that they should not. */
@QuarkusTest
class HostileInputTest {

  private static final String LONG_LOCAL = "l".repeat(64);

  @ParameterizedTest
  @MethodSource
  void what_is_no_address_is_refused(String email) {
    for (String path : new String[] {"/api/v1/activations/resend", "/api/v1/password-resets"}) {
      Story.json(Map.of("email", email))
          .post(path)
          .then()
          .statusCode(422)
          .contentType("application/problem+json")
          .body("violations[0].field", equalTo("email"));
    }
    Story.register("E1", email).then().statusCode(422);
    Story.signIn(email, "x").then().statusCode(422);
  }

  static Stream<String> what_is_no_address_is_refused() {
    return Stream.of(
        "",
        " ",
        "a@b",
        "@x.com",
        "a@",
        "a",
        "a b@x.com",
        "\"a b\"@x.com",
        "a..b@x.com",
        ".a@x.com",
        "a.@x.com",
        "a@x..com",
        "a@.x.com",
        "a@x.com.",
        "a@-x.com",
        "a@x-.com",
        "a@[127.0.0.1]",
        "a@169.254.169.254",
        "a@localhost",
        "а@x.com",
        "pаypal@x.com",
        "a＠x.com",
        "a@x,b@x.com",
        "a@x.com,b@x.com",
        "a@x.com\r\nBcc: v@y.com",
        "a@x%0d%0aBcc:.com",
        "a@x.com>\r\nRCPT TO:<v@y.com>",
        "X <a@x.com>",
        "<a@x.com>",
        "a@x\u200b.com",
        "a@\u202ex.com",
        "a@x.com\n",
        "a@b@x.com",
        LONG_LOCAL + "l@x.com",
        LONG_LOCAL + "@" + "d".repeat(64) + ".com",
        LONG_LOCAL + "@" + "d.".repeat(94) + "com",
        "a@" + "d".repeat(300) + ".com");
  }

  @Test
  void longest_address_is_taken() {
    String email = LONG_LOCAL + "@" + "d.".repeat(93) + "com";
    assertEquals(254, email.length());
    Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_password_is_refused(String password) {
    register(Map.of("password", password))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("password"));
  }

  static Stream<String> a_bad_password_is_refused() {
    return Stream.of(
        "",
        "7 chars",
        "😀".repeat(7),
        "x".repeat(257),
        "😀".repeat(257),
        "password1",
        "PASSWORD1",
        "Password1",
        "12345678",
        "qwertyuiop",
        "iloveyou",
        "fapiao123456789",
        "Office365!!!",
        "21Vianet21Vianet",
        "e0700k3m9q",
        "hostile@contoso.example",
        "hostile2026");
  }

  @ParameterizedTest
  @MethodSource
  void a_good_password_is_taken(String password) {
    register(Map.of("password", password)).then().statusCode(202);
  }

  static Stream<String> a_good_password_is_taken() {
    return Stream.of(
        "x9 kites",
        " leading and trailing ",
        "😀🐴🔋".repeat(5),
        "正确的马电池订书钉",
        "zwölf Boxkämpfer ".repeat(15),
        "my fapiao needs a horse",
        "with\ttab and\nnewline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "E1\n2", "Ｅ１２", "E1/../2", "-E1", "E1'--", "{inject:x}"})
  void a_bad_order_number_is_refused(String orderNumber) {
    register(Map.of("orderNumber", orderNumber))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("orderNumber"))
        .body(not(containsString("inject")));
  }

  @Test
  void long_order_number_is_refused() {
    register(Map.of("orderNumber", "E".repeat(65))).then().statusCode(422);
    register(Map.of("orderNumber", "E".repeat(64))).then().statusCode(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "zh", "EN", "", "en; DROP TABLE account"})
  void a_bad_locale_is_refused(String locale) {
    register(Map.of("locale", locale))
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("locale"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "status", "accountId", "epoch", "customerIds", "__proto__"})
  void nobody_assigns_what_they_are_not_asked(String field) {
    register(Map.of(field, "ADMIN")).then().statusCode(400);
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_token_is_refused(String token) {
    for (String path :
        new String[] {
          "/api/v1/activations", "/api/v1/claims/approvals", "/api/v1/email-changes/confirmations"
        }) {
      Story.json(Map.of("token", token))
          .post(path)
          .then()
          .statusCode(anyOf(is(422), is(400)))
          .contentType("application/problem+json");
      Story.from(Story.anywhere()).get(path + "?token=" + "x").then().statusCode(405);
    }
  }

  static Stream<String> a_bad_token_is_refused() {
    return Stream.of(
        "",
        "x",
        "x".repeat(43),
        "x".repeat(201),
        "x".repeat(10 * 1024),
        "x".repeat(17 * 1024),
        "' OR 1=1--",
        "${jndi:ldap://x}",
        "\u202e");
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_body_is_refused(String path, String body, int status) {
    Response answer =
        Story.from(Story.anywhere()).body(body.getBytes(StandardCharsets.UTF_8)).post(path);
    assertEquals(status, answer.statusCode(), path + " " + body);
    answer.then().contentType("application/problem+json");
  }

  static Stream<Arguments> a_bad_body_is_refused() {
    return Stream.of(
            "/api/v1/registrations",
            "/api/v1/activations",
            "/api/v1/activations/resend",
            "/api/v1/sessions",
            "/api/v1/password-resets",
            "/api/v1/claims/approvals",
            "/api/v1/email-changes/confirmations")
        .flatMap(
            path ->
                Stream.of(
                    Arguments.of(path, "", 400),
                    Arguments.of(path, "null", 400),
                    Arguments.of(path, "[]", 400),
                    Arguments.of(path, "{}", 422),
                    Arguments.of(path, "{\"email\":1,\"token\":1}", 400),
                    Arguments.of(path, "{\"email\":\"a@x.com\",\"email\":\"b@x.com\"}", 400),
                    Arguments.of(path, "{\"email\":\"a\\u0000@x.com\"}", 400),
                    Arguments.of(path, "{\"token\":\"\\ud800\"}", 400),
                    Arguments.of(path, "[".repeat(10_000), 400),
                    Arguments.of(path, "{\"email\":\"" + "a".repeat(66_000) + "\"}", 413)));
  }

  @Test
  void a_megabyte_of_password_is_not_hashed() {
    register(Map.of("password", "x".repeat(1024 * 1024))).then().statusCode(413);
  }

  private static Response register(Map<String, Object> fields) {
    Map<String, Object> body =
        new HashMap<>(Map.of("orderNumber", "E0700K3M9Q", "email", "hostile@contoso.example"));
    body.putAll(fields);
    return Story.register(body);
  }
}
