package org.fapiaosuite.testkit.trust;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every service holds access tokens to. A module's TokenTest extends this and is a
 * QuarkusTest. Asked is for the dead letters, which every service shows to staff.
 */
public abstract class TokenContract {
  private static final String GUARDED = "/api/v1/dead-letters";
  private static final String TOPIC = "account.events";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Every header parameter of RFC 7515, 7516, 7518 and 7797. */
  private static final List<String> FIELDS =
      List.of(
          "alg",
          "kid",
          "typ",
          "crit",
          "cty",
          "jku",
          "jwk",
          "x5u",
          "x5c",
          "x5t",
          "x5t#S256",
          "b64",
          "enc",
          "zip",
          "epk",
          "apu",
          "apv",
          "iv",
          "tag",
          "p2s",
          "p2c",
          "url",
          "nonce",
          "unknown");

  /** What a token is chosen or refused by; another value there makes it another token. */
  private static final Set<String> DECISIVE = Set.of("alg", "kid", "typ", "crit");

  /** The {@code kid} of access tokens here. */
  protected String keyId() {
    return "account-service";
  }

  @Test
  void a_good_token_is_believed_again_and_again() {
    String token = TestTokens.signed(header(), claims());

    for (int i = 0; i < 5; i++) {
      assertEquals(200, answer(token).statusCode());
    }
  }

  /** Any JSON in any field of the header, signed as it stands: believed or not, never our fault. */
  @ParameterizedTest
  @MethodSource("headers")
  void whatever_stands_in_the_header_is_the_callers_fault(String field, @Nullable Object value) {
    Map<String, Object> header = header();
    header.put(field, value);

    Response signed = answer(TestTokens.signed(header, claims()));

    if (DECISIVE.contains(field)) {
      assertRefused(signed);
    } else {
      assertTrue(Set.of(200, 401).contains(signed.statusCode()), signed.asString());
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void nothing_in_the_header_makes_up_for_a_forged_signature(String field) {
    Map<String, Object> header = header();
    header.put(field, "x");

    Response forged =
        answer(TestTokens.signed(header, claims()).replaceAll("[^.]{20}$", "A".repeat(20)));

    assertEquals(401, forged.statusCode());
  }

  static List<String> fields() {
    return FIELDS;
  }

  static Stream<Object[]> headers() {
    return FIELDS.stream()
        .flatMap(
            field ->
                Stream.of(
                        "",
                        "x",
                        "../../dev/null",
                        0,
                        -1,
                        1.5,
                        Long.MAX_VALUE,
                        true,
                        false,
                        NULL,
                        List.of(),
                        List.of("x", 1),
                        Map.of(),
                        Map.of("kty", "EC", "crv", 7))
                    .map(value -> new Object[] {field, value == NULL ? null : value}));
  }

  private static final Class<?> NULL = Void.class;

  @ParameterizedTest
  @MethodSource("texts")
  void what_is_no_token_is_refused(String text) {
    assertRefused(answer(text));
  }

  static List<String> texts() {
    return List.of(
        "x",
        "a.b.c",
        "..",
        "....",
        "e30.e30.e30",
        "W10.e30.x",
        "bnVsbA.e30.x",
        "IngiCg.e30.x",
        "eyJhbGciOiJFUzI1NiJ9",
        "eyJhbGciOiJFUzI1NiIsImFsZyI6Im5vbmUifQ.e30.",
        "x".repeat(4000));
  }

  @Test
  void a_token_of_another_type_is_refused_although_well_signed() {
    for (String type : Arrays.asList(null, "", "JWT", "jwt", "AT+JWT", "at+jwt ", "id_token")) {
      Map<String, Object> header = header();
      header.remove("typ");
      if (type != null) {
        header.put("typ", type);
      }
      assertRefused(answer(TestTokens.signed(header, claims())));
    }
  }

  @Test
  void a_token_for_others_or_of_others_or_too_late_is_refused_each_time() {
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "iss",
                "somebody",
                "aud",
                "another-service",
                "exp",
                Instant.now().minusSeconds(60).getEpochSecond(),
                "nbf",
                Instant.now().plusSeconds(600).getEpochSecond())
            .entrySet()) {
      Map<String, Object> claims = claims();
      claims.put(wrong.getKey(), wrong.getValue());
      String token = TestTokens.signed(header(), claims);
      for (int i = 0; i < 2; i++) {
        assertRefused(answer(token));
      }
    }
  }

  @Test
  void a_believed_token_with_another_signature_or_content_is_refused() {
    // Given
    String token = TestTokens.signed(header(), claims());
    String other = TestTokens.signed(header(), claims());
    assertBelieved(token);

    // When
    String[] parts = token.split("\\.");
    String[] otherParts = other.split("\\.");
    Response otherSignature = answer(parts[0] + "." + parts[1] + "." + otherParts[2]);
    Response otherContent = answer(parts[0] + "." + otherParts[1] + "." + parts[2]);
    Response cut = answer(token.substring(0, token.length() - 1));

    // Then
    assertRefused(otherSignature);
    assertRefused(otherContent);
    assertRefused(cut);
    assertBelieved(token);
  }

  @Test
  void a_session_that_ended_takes_its_tokens_with_it_and_no_others() {
    // Given
    UUID account = UUID.randomUUID();
    UUID session = UUID.randomUUID();
    String here = token(account, session, 0);
    String again = token(account, session, 0);
    String there = token(account, UUID.randomUUID(), 0);
    assertBelieved(here);

    // When
    Broker.publish(
        TOPIC,
        account.toString(),
        "account.session-ended.v1",
        "{\"accountId\":\"%s\",\"sessionId\":\"%s\"}".formatted(account, session));

    // Then
    awaitRefused(here);
    assertRefused(answer(again));
    assertBelieved(there);
  }

  @Test
  void a_raised_epoch_takes_every_older_token_with_it() {
    // Given
    UUID account = UUID.randomUUID();
    String old = token(account, UUID.randomUUID(), 6);
    String stranger = token(UUID.randomUUID(), UUID.randomUUID(), 6);
    assertBelieved(old);

    // When
    Broker.publish(
        TOPIC,
        account.toString(),
        "account.epoch-raised.v1",
        "{\"accountId\":\"%s\",\"epoch\":7}".formatted(account));

    // Then
    awaitRefused(old);
    assertBelieved(token(account, UUID.randomUUID(), 7));
    assertBelieved(stranger);
  }

  @Test
  void an_unreadable_event_of_an_ended_session_is_passed_over() {
    // Given
    UUID account = UUID.randomUUID();
    String token = token(account, UUID.randomUUID(), 0);
    assertBelieved(token);

    // When
    for (String nonsense : List.of("{}", "x", "{\"accountId\":7}", "[]")) {
      Broker.publish(TOPIC, account.toString(), "account.session-ended.v1", nonsense);
      Broker.publish(TOPIC, account.toString(), "account.epoch-raised.v1", nonsense);
    }
    Broker.publish(
        TOPIC,
        account.toString(),
        "account.epoch-raised.v1",
        "{\"accountId\":\"%s\",\"epoch\":1}".formatted(account));

    // Then
    awaitRefused(token);
  }

  private String token(UUID account, UUID session, long epoch) {
    Map<String, Object> claims = claims();
    claims.put("sub", account.toString());
    claims.put("sid", session.toString());
    claims.put("epoch", epoch);
    return TestTokens.signed(header(), claims);
  }

  private Map<String, Object> header() {
    return new HashMap<>(
        Map.of("alg", "ES256", "typ", "at+jwt", "kid", Objects.requireNonNull(keyId())));
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = TestTokens.claims();
    claims.put("sub", UUID.randomUUID().toString());
    claims.put("groups", List.of("AUDITOR"));
    claims.put("epoch", 0);
    return claims;
  }

  private static void awaitRefused(String token) {
    await().atMost(PATIENCE).until(() -> answer(token).statusCode() == 401);
  }

  private static void assertBelieved(String token) {
    assertEquals(200, answer(token).statusCode());
  }

  private static void assertRefused(Response answer) {
    assertEquals(401, answer.statusCode(), answer.asString());
    assertEquals("urn:fapiaosuite:problem:unauthenticated", answer.path("type"));
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }

  private static Response answer(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token).get(GUARDED);
  }
}
