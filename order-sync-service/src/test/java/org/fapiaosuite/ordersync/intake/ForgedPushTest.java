package org.fapiaosuite.ordersync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.Ed25519Key;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A push that may come from anybody: one answer, no trace but a counter. */
@QuarkusTest
class ForgedPushTest extends ServiceTest {
  private static final long SECONDS = NOW.getEpochSecond();
  private static final SignedPush HONEST =
      SignedPush.of("msg_1", PaidOrder.at(NOW).push().getBytes(UTF_8), NOW);

  static Stream<Arguments> forged() {
    String foreign = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    byte[] body = HONEST.body();
    String text = new String(body, UTF_8);
    return Stream.of(
        Arguments.of("other secret", HONEST.withSignature(hmac(foreign))),
        Arguments.of("body changed after signing", HONEST.withBody(text.replace("1270", "9270"))),
        Arguments.of("body written anew", HONEST.withBody(text.replace(",\"", ", \""))),
        Arguments.of("no body", HONEST.withBody("")),
        Arguments.of("301 s old", HONEST.withTimestamp(Long.toString(SECONDS - 301))),
        Arguments.of("301 s to come", HONEST.withTimestamp(Long.toString(SECONDS + 301))),
        Arguments.of("milliseconds", HONEST.withTimestamp(Long.toString(SECONDS * 1000))),
        Arguments.of("exponent", HONEST.withTimestamp("1e9")),
        Arguments.of("negative time", HONEST.withTimestamp("-1")),
        Arguments.of("twenty digits", HONEST.withTimestamp("9".repeat(20))),
        Arguments.of("no digits", HONEST.withTimestamp("now")),
        Arguments.of("other digits", HONEST.withTimestamp("\u0661\u0662")),
        Arguments.of("time of another", retimed()),
        Arguments.of("no scheme", HONEST.withSignature(HONEST.signature().substring(3))),
        Arguments.of("scheme of another key", HONEST.withSignature("v1a" + sign().substring(2))),
        Arguments.of("unknown scheme", HONEST.withSignature("v2" + sign().substring(2))),
        Arguments.of("empty signature", HONEST.withSignature("v1,")),
        Arguments.of("not base64", HONEST.withSignature("v1,%%%")),
        Arguments.of("cut", HONEST.withSignature(sign().substring(0, 20))),
        Arguments.of("a hundred", HONEST.withSignature("v1,AAAA ".repeat(99) + sign())),
        Arguments.of("asymmetric, of another body", HONEST.withSignature(ofOtherBody())),
        Arguments.of("asymmetric, unknown key", HONEST.withSignature(by(Ed25519Key.FOREIGN))),
        Arguments.of("asymmetric, as HMAC", HONEST.withSignature(asHmac(Ed25519Key.NEXT))),
        Arguments.of("unknown platform", HONEST.at("nobody")),
        Arguments.of("id of 300 characters", SignedPush.of("i".repeat(300), body, NOW)),
        Arguments.of("id with a space", SignedPush.of("a b", body, NOW)));
  }

  private static String sign() {
    return HONEST.signature();
  }

  private static String hmac(String secret) {
    return SignedPush.hmac(secret, HONEST.id(), HONEST.timestamp(), HONEST.body());
  }

  private static String ofOtherBody() {
    return HONEST.withBody("x").signatureBy(Ed25519Key.PRESENT);
  }

  private static String by(Ed25519Key key) {
    return HONEST.signatureBy(key);
  }

  private static String asHmac(Ed25519Key key) {
    return by(key).replace("v1a,", "v1,");
  }

  private static SignedPush retimed() {
    return new SignedPush(
        "simulator", HONEST.id(), Long.toString(SECONDS - 1), sign(), HONEST.body());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void forged(String what, SignedPush push) {
    assertRefused(push.send());
  }

  @Test
  void without_one_of_the_headers_or_with_one_twice() {
    Map<String, String> headers =
        Map.of(
            "webhook-id", HONEST.id(),
            "webhook-timestamp", HONEST.timestamp(),
            "webhook-signature", HONEST.signature());
    for (String name : headers.keySet()) {
      RequestSpecification without = request();
      RequestSpecification twice = request().header(name, headers.get(name));
      headers.forEach(
          (header, value) -> {
            twice.header(header, value);
            if (!header.equals(name)) {
              without.header(header, value);
            }
          });
      assertRefused(without.post("/api/v1/platforms/simulator/events"));
      assertRefused(twice.post("/api/v1/platforms/simulator/events"));
    }
  }

  @Test
  void the_other_platforms_key_does_not_open_this_ones_door() {
    // Both have the same first secret here, so the next one tells them apart.
    SignedPush push =
        HONEST.withSignature(
            SignedPush.hmac(
                FakePlatform.NEXT_SECRET, HONEST.id(), HONEST.timestamp(), HONEST.body()));
    assertRefused(push.at("second").send());
  }

  private static RequestSpecification request() {
    return RestAssured.given().contentType("application/json").body(HONEST.body());
  }

  private static void assertRefused(Response answer) {
    answer
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:fapiaosuite:problem:push-not-verified"))
        .body("title", equalTo("The push could not be verified"))
        .body("size()", equalTo(5));
    for (String table : new String[] {"push_key", "push", "refused_push", "fact", "orders"}) {
      assertEquals("0", Database.query("SELECT count(*) FROM " + table), table);
    }
  }
}
