package org.fapiaosuite.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagingTest {
  private static final String BOOKS = "/api/v1/lists/book";
  private static final String PENS = "/api/v1/lists/pen";

  @Test
  void pages_run_through_the_list_without_gap_or_repetition() {
    String first = next(BOOKS + "?limit=2", "book3", "book2");

    get(BOOKS + "?limit=2&cursor=" + first)
        .statusCode(200)
        .body("items", equalTo(List.of("book1")))
        .body("$", not(hasKey("nextCursor")));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 100})
  void a_last_page_says_that_it_is_the_last_even_when_it_is_full(int limit) {
    get(BOOKS + "?limit=" + limit)
        .statusCode(200)
        .body("items.size()", equalTo(3))
        .body("$", not(hasKey("nextCursor")));
  }

  @Test
  void a_page_of_one_goes_on_to_the_end() {
    String second = next(BOOKS + "?limit=1", "book3");
    String third = next(BOOKS + "?limit=1&cursor=" + second, "book2");

    get(BOOKS + "?limit=1&cursor=" + third)
        .body("items", equalTo(List.of("book1")))
        .body("$", not(hasKey("nextCursor")));
  }

  @Test
  void a_slash_at_the_end_makes_no_other_list() {
    String cursor = next(BOOKS + "?limit=2", "book3", "book2");

    get(BOOKS + "/?limit=2&cursor=" + cursor).body("items", equalTo(List.of("book1")));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String cursor = next(BOOKS + "?limit=1", "book3");

    refused(get(PENS + "?cursor=" + cursor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "%20",
        "AAAA",
        "7",
        "00000000-0000-0000-0000-000000000003",
        "%27%20OR%201%3D1--",
        "________________________________",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_was_never_a_cursor_is_refused(String cursor) {
    refused(get(BOOKS + "?cursor=" + cursor));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void a_moment_that_no_list_has_is_refused(long micros) {
    refused(get(BOOKS + "?cursor=" + forged(micros, "00000000-0000-0000-0000-000000000003")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a\0b"})
  void a_key_that_this_list_does_not_have_is_refused(String key) {
    long came =
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-11-17T01:29:58.000001Z"));

    refused(get(BOOKS + "?cursor=" + forged(came, key)));
  }

  @Test
  void a_cursor_of_any_length_is_refused() {
    refused(get(BOOKS + "?cursor=" + "A".repeat(4000)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, must be a nextCursor returned by this list",
    "de, 'muss ein nextCursor sein, den diese Liste geliefert hat'",
    "zh-CN, 必须是本列表某一页返回的 nextCursor"
  })
  void the_refusal_is_told_in_the_language_of_the_caller(String language, String message) {
    given()
        .header("Accept-Language", language)
        .get(BOOKS + "?cursor=x")
        .then()
        .statusCode(422)
        .body("violations[0].message", equalTo(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"by-id", "by-number"})
  void one_that_must_be_an_id_or_a_number_is_refused_alike(String list) {
    refused(get("/api/v1/lists/" + list + "/plain?cursor=x"));
  }

  /** A cursor that has what every cursor of the list has, except for what is given. */
  private static String forged(long micros, String key) {
    byte[] text = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(12 + text.length);
    bytes.putInt(BOOKS.hashCode()).putLong(micros).put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static String next(String path, String... items) {
    ValidatableResponse page = get(path).statusCode(200);
    assertEquals(List.of(items), page.extract().jsonPath().getList("items"));
    return page.extract().path("nextCursor");
  }

  private static void refused(ValidatableResponse answer) {
    answer
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:validation"))
        .body("violations.field", equalTo(List.of("cursor")))
        .body("violations[0].message", equalTo("must be a nextCursor returned by this list"));
  }

  private static ValidatableResponse get(String path) {
    return given().urlEncodingEnabled(false).get(path).then();
  }
}
