package org.fapiaosuite.account.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.fapiaosuite.account.exchange.TokenExchangeTest.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fapiaosuite.account.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no token of a trusted issuer for this suite, and forms that ask for something else. */
@QuarkusTest
class RefusedTokenTest {

  private static final BigInteger ORDER_OF_P256 =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  @ParameterizedTest
  @MethodSource
  void a_token_that_says_something_else_is_refused(String claim, Object value, String why) {
    Map<String, Object> claims = claims();
    if (value.equals("")) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }

    refused(TestIssuer.token(claims), why);
  }

  static Stream<Arguments> a_token_that_says_something_else_is_refused() {
    long now = Instant.now().getEpochSecond();
    String lacks = "lacks iss, sub, aud, iat or exp, or has one that cannot be read";
    return Stream.of(
        Arguments.of("exp", now - 60, "has expired"),
        Arguments.of("exp", "", lacks),
        Arguments.of("exp", now + 90_000, "lives longer than is taken"),
        Arguments.of("iat", now - 90_000, "lives longer than is taken"),
        Arguments.of("iat", "", lacks),
        Arguments.of("iat", now + 120, "is not valid yet"),
        Arguments.of("nbf", now + 120, "is not valid yet"),
        Arguments.of("aud", "another", "is for another audience"),
        Arguments.of("aud", "", "is for another audience"),
        Arguments.of("iss", "https://id.example", "is of an issuer that is not trusted"),
        Arguments.of("iss", TestIssuer.retired(), "is of an issuer that is not trusted"),
        Arguments.of("iss", TestIssuer.customers() + "/", "is of an issuer that is not trusted"),
        Arguments.of("iss", 7, "is of an issuer that is not trusted"),
        Arguments.of("sub", "", lacks),
        Arguments.of("sub", "x".repeat(256), "has a claim that cannot be read: sub"),
        Arguments.of("email", "", "names no verified e-mail address"),
        Arguments.of("email", "no address", "names no verified e-mail address"),
        Arguments.of("email_verified", "", "names no verified e-mail address"),
        Arguments.of("email_verified", false, "names no verified e-mail address"),
        Arguments.of("customer_id", "a b", "names a customer that cannot be read"),
        Arguments.of("customer_id", 7, "names a customer that cannot be read"),
        Arguments.of(
            "customer_id",
            Stream.iterate(0, i -> i + 1).limit(51).map(String::valueOf).toList(),
            "speaks for more than 50 customers"));
  }

  @Test
  void a_forged_token_is_refused() {
    KeyPair forger = TestIssuer.pair("rsa");

    refused(
        TestIssuer.signed(TestIssuer.header("RS256", "rsa-1"), claims(), forger.getPrivate()),
        "is not signed by its issuer");
    String good = TestIssuer.token(claims());
    String[] parts = TestIssuer.token(claims()).split("\\.");
    refused(good.substring(0, good.lastIndexOf('.') + 1) + parts[2], "is not signed by its issuer");
    refused(
        TestIssuer.signed(TestIssuer.header("RS256", "rsa-9"), claims(), forger.getPrivate()),
        "is signed with a key its issuer does not have");
  }

  @Test
  void a_key_that_comes_with_the_token_is_not_believed() {
    KeyPair forger = TestIssuer.pair("rsa");
    for (Object key :
        List.of(Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB"), TestIssuer.customers() + "/keys")) {
      Map<String, Object> header = TestIssuer.header("RS256", "rsa-1");
      header.put(key instanceof Map ? "jwk" : "jku", key);
      refused(
          TestIssuer.signed(header, claims(), forger.getPrivate()), "is not signed by its issuer");
    }
  }

  @Test
  void algorithms_are_not_confused() throws GeneralSecurityException {
    PublicKey known = TestIssuer.key("rsa-1").getPublic();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(known.getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    String why = "is not signed with an algorithm that is taken";
    for (byte[] secret : List.of(known.getEncoded(), pem.getBytes(US_ASCII))) {
      String content = TestIssuer.content(TestIssuer.header("HS256", "rsa-1"), claims());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      refused(content + "." + TestIssuer.encoded(mac.doFinal(content.getBytes(US_ASCII))), why);
    }
    for (String none : List.of("none", "None", "NONE", "")) {
      refused(TestIssuer.content(TestIssuer.header(none, "rsa-1"), claims()) + ".", why);
    }
    refused(
        TestIssuer.signed(
            TestIssuer.header("RS256", "ec-1"), claims(), TestIssuer.key("rsa-1").getPrivate()),
        "cannot be verified");
    Map<String, Object> mailbox = TestIssuer.claims(TestIssuer.mailboxes(), Story.mailbox("x"));
    refused(
        TestIssuer.signed(
            TestIssuer.header("RS256", "rsa-1"), mailbox, TestIssuer.key("rsa-1").getPrivate()),
        why);
  }

  @Test
  void a_token_of_another_type_is_refused() {
    for (String type : List.of("at+jwt", "logout+jwt", "x", "application/at+jwt")) {
      refused(typed(type), "is of another type than subject_token_type says");
    }
    Exchange.of(typed("at+jwt"), Exchange.ACCESS_TOKEN).then().statusCode(200);
    Exchange.of(typed("application/jwt"), Exchange.ID_TOKEN).then().statusCode(200);
  }

  private static String typed(String type) {
    Map<String, Object> header = TestIssuer.header("RS256", "rsa-1");
    header.put("typ", type);
    return TestIssuer.signed(header, claims(), TestIssuer.key("rsa-1").getPrivate());
  }

  @Test
  void an_extension_that_is_not_known_is_refused() {
    Map<String, Object> header = TestIssuer.header("RS256", "rsa-1");
    header.put("crit", List.of("b64"));
    header.put("b64", true);

    refused(
        TestIssuer.signed(header, claims(), TestIssuer.key("rsa-1").getPrivate()),
        "demands an extension");
  }

  @Test
  void what_is_no_token_is_refused() {
    for (String text :
        List.of("x", "a.b.c", "..", "....", "e30.e30.e30", "W10.e30.x", "x".repeat(9_000))) {
      Exchange.of(text)
          .then()
          .statusCode(400)
          .body("error", equalTo("invalid_request"))
          .body("error_description", startsWith("subject_token "));
    }
    Exchange.of("x".repeat(10_001)).then().statusCode(400);
  }

  @Test
  void a_token_is_taken_once() {
    String token = TestIssuer.token(claims());
    Exchange.of(token).then().statusCode(200);

    refused(token, "was exchanged before; each is taken once");
    Map<String, Object> sameId = claims();
    sameId.put("jti", Exchange.content(token).getString("jti"));
    refused(TestIssuer.token(sameId), "was exchanged before; each is taken once");
  }

  @Test
  void of_several_at_once_one_exchanges_a_token() {
    String token = TestIssuer.token(claims());

    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> Exchange.of(token).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();

    assertEquals(List.of(200, 400, 400, 400), statuses);
  }

  /** Of an ECDSA signature (r, s) there is a second one, (r, n - s), for the same content. */
  @Test
  void a_token_without_an_id_is_taken_once_whatever_its_signature_looks_like() {
    Map<String, Object> claims = TestIssuer.claims(TestIssuer.mailboxes(), Story.mailbox("twin"));
    claims.remove("jti");
    String token = TestIssuer.token(claims);
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] twin = Arrays.copyOf(signature, 64);
    System.arraycopy(TestIssuer.unsigned(ORDER_OF_P256.subtract(s), 32), 0, twin, 32, 32);
    Exchange.of(token).then().statusCode(200);

    String again = token.substring(0, dot + 1) + TestIssuer.encoded(twin);

    refused(again, "was exchanged before; each is taken once");
  }

  @ParameterizedTest
  @MethodSource
  void a_form_that_asks_for_something_else_is_refused(String field, Object value, String error) {
    Map<String, Object> form = form();
    if (value.equals("")) {
      form.remove(field);
    } else {
      form.put(field, value);
    }

    Exchange.form(form)
        .then()
        .statusCode(400)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("error", equalTo(error));
  }

  static Stream<Arguments> a_form_that_asks_for_something_else_is_refused() {
    return Stream.of(
        Arguments.of("grant_type", "", "invalid_request"),
        Arguments.of("grant_type", "password", "unsupported_grant_type"),
        Arguments.of("grant_type", List.of(Exchange.GRANT, Exchange.GRANT), "invalid_request"),
        Arguments.of("subject_token", "", "invalid_request"),
        Arguments.of("subject_token_type", "", "invalid_request"),
        Arguments.of(
            "subject_token_type", "urn:ietf:params:oauth:token-type:saml2", "invalid_request"),
        Arguments.of("requested_token_type", Exchange.ID_TOKEN, "invalid_request"),
        Arguments.of("actor_token", "x", "invalid_request"),
        Arguments.of("scope", "staff", "invalid_scope"),
        Arguments.of("audience", "somebody", "invalid_target"),
        Arguments.of("resource", "https://fapiao.example", "invalid_target"));
  }

  @Test
  void fields_that_are_empty_or_unknown_do_not_matter() {
    Map<String, Object> form = form();
    form.put("scope", "customer");
    form.put("audience", "fapiao-suite");
    form.put("requested_token_type", Exchange.ACCESS_TOKEN);

    Exchange.form(form).then().statusCode(200);
    given()
        .noFilters() // the description names what there is
        .contentType("application/x-www-form-urlencoded")
        .formParams(form())
        .formParam("client_id", "admin-center")
        .formParam("resource", "")
        .formParam("actor_token", "")
        .post("/api/v1/token")
        .then()
        .statusCode(200);
  }

  @Test
  void the_form_is_no_json() {
    Story.json(form())
        .post("/api/v1/token")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void a_query_that_names_a_parameter_twice_is_refused() {
    Exchange.form(form(), "/api/v1/token?x=1&x=2")
        .then()
        .statusCode(422)
        .contentType("application/problem+json");
  }

  private static Map<String, Object> form() {
    return new HashMap<>(
        Map.of(
            "grant_type", Exchange.GRANT,
            "subject_token", TestIssuer.token(claims()),
            "subject_token_type", Exchange.ID_TOKEN));
  }

  private static Map<String, Object> claims() {
    return TestIssuer.claims(TestIssuer.customers(), Story.mailbox("refused"));
  }
}
