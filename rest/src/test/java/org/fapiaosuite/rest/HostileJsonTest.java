package org.fapiaosuite.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a body is answered with a problem, never with a failure of ours. */
@QuarkusTest
class HostileJsonTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource
  void bad_body_is_a_problem(String what, int status, byte[] body) {
    given()
        .contentType("application/json")
        .body(body)
        .when()
        .post("/api/v1/probe")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", matchesPattern("urn:fapiaosuite:problem:[a-z-]+"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body(not(containsString("Exception")))
        .body(not(containsString("jackson")));
  }

  static Stream<Arguments> bad_body_is_a_problem() {
    return Stream.of(
        text("empty", 400, ""),
        text("null", 400, "null"),
        text("array", 400, "[]"),
        text("string", 400, "\"x\""),
        text("number", 400, "7"),
        text("no fields", 422, "{}"),
        text("truncated", 400, "{\"text\":\"a"),
        text("trailing object", 400, "{\"text\":\"a\"} {}"),
        text("trailing garbage", 400, "{\"text\":\"a\"}x"),
        text("duplicate key", 400, "{\"text\":\"a\",\"text\":\"b\"}"),
        text("unknown field", 400, "{\"text\":\"a\",\"role\":\"ADMIN\"}"),
        text("prototype", 400, "{\"text\":\"a\",\"__proto__\":{}}"),
        text("deep arrays", 400, "[".repeat(10_000)),
        text("deep value", 400, "{\"lines\":" + "[".repeat(30) + "]".repeat(30) + "}"),
        text("long string", 400, "{\"text\":\"" + "a".repeat(17 * 1024) + "\"}"),
        text("long name", 400, "{\"" + "k".repeat(200) + "\":1}"),
        text("60 KB name", 400, "{\"" + "k".repeat(60 * 1024) + "\":1}"),
        text("huge exponent", 400, "{\"text\":\"a\",\"count\":1e999999999}"),
        text("exponent that overflows", 400, "{\"text\":\"a\",\"amount\":1e99999999999999}"),
        text("negative one", 400, "{\"text\":\"a\",\"count\":-1e-99999999999999}"),
        text("exponent in a text", 400, "{\"text\":1e99999999999999}"),
        text("exponent in a flag", 400, "{\"text\":\"a\",\"flag\":1e99999999999999}"),
        text("exponent in an unknown field", 400, "{\"text\":\"a\",\"x\":1e99999999999999}"),
        text("many digits in a count", 400, "{\"text\":\"a\",\"count\":" + "9".repeat(5000) + "}"),
        text("many digits in a text", 400, "{\"text\":" + "9".repeat(5000) + "}"),
        text("many decimals", 400, "{\"text\":\"a\",\"amount\":0." + "9".repeat(5000) + "}"),
        text("many digits", 400, "{\"text\":\"a\",\"amount\":" + "9".repeat(5000) + "}"),
        text("NaN", 400, "{\"text\":\"a\",\"amount\":NaN}"),
        text("hexadecimal", 400, "{\"text\":\"a\",\"count\":0x10}"),
        text("underscore", 400, "{\"text\":\"a\",\"count\":1_000}"),
        text("fraction as integer", 400, "{\"text\":\"a\",\"count\":1.5}"),
        text("overflow", 400, "{\"text\":\"a\",\"count\":99999999999}"),
        text("number as text", 400, "{\"text\":5}"),
        text("boolean as text", 400, "{\"text\":true}"),
        text("text as number", 400, "{\"text\":\"a\",\"count\":\"5\"}"),
        text("empty text as number", 400, "{\"text\":\"a\",\"count\":\"\"}"),
        text("text as boolean", 400, "{\"text\":\"a\",\"flag\":\"true\"}"),
        text("number as boolean", 400, "{\"text\":\"a\",\"flag\":1}"),
        text("array as scalar", 400, "{\"text\":[\"a\"]}"),
        text("object as scalar", 400, "{\"text\":{}}"),
        text("enum as number", 400, "{\"text\":\"a\",\"kind\":0}"),
        text("enum in lower case", 422, "{\"text\":\"a\",\"kind\":\"one\"}"),
        text("enum with space", 422, "{\"text\":\"a\",\"kind\":\"ONE \"}"),
        text("empty enum", 422, "{\"text\":\"a\",\"kind\":\"\"}"),
        text("not a UUID", 422, "{\"text\":\"a\",\"id\":\"x\"}"),
        text("null in a list", 422, "{\"text\":\"a\",\"lines\":[null]}"),
        text("blank in a list", 422, "{\"text\":\"a\",\"lines\":[{\"name\":\" \"}]}"),
        text("escaped NUL", 400, "{\"text\":\"a\\u0000b\"}"),
        text("raw NUL", 400, "{\"text\":\"a\0b\"}"),
        text("raw control character", 400, "{\"text\":\"a\nb\"}"),
        text("lone high surrogate", 400, "{\"text\":\"\\ud800\"}"),
        text("lone low surrogate", 400, "{\"text\":\"\\udc00\"}"),
        text("swapped surrogates", 400, "{\"text\":\"\\udc00\\ud800\"}"),
        text("single quotes", 400, "{'text':'a'}"),
        text("comment", 400, "{\"text\":\"a\"/* */}"),
        text("too large", 413, "{\"text\":\"" + "a".repeat(65 * 1024) + "\"}"),
        text("far too large", 413, "a".repeat(10 * 1024 * 1024)),
        bytes("overlong UTF-8", 400, "{\"text\":\"", 0xC0, 0xAF),
        bytes("stray byte", 400, "{\"text\":\"", 0xFF),
        bytes("surrogate in UTF-8", 400, "{\"text\":\"", 0xED, 0xA0, 0x80),
        Arguments.of("UTF-16", 400, "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)),
        Arguments.of("UTF-16LE", 400, "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE)));
  }

  private static Arguments text(String what, int status, String body) {
    return Arguments.of(what, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments bytes(String what, int status, String start, int... rest) {
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[head.length + rest.length + 2];
    System.arraycopy(head, 0, body, 0, head.length);
    for (int i = 0; i < rest.length; i++) {
      body[head.length + i] = (byte) rest[i];
    }
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';
    return Arguments.of(what, status, body);
  }
}
