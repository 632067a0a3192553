package org.fapiaosuite.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class PagesTest {

  private static final String CLIENT = "127.0.4.1";
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/]{22})'");

  @Inject EdgeServer edge;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/register",
        "/activate",
        "/email-change",
        "/claims",
        "/queue",
        "/apply/0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6?step=review"
      })
  void every_address_of_the_portal_is_its_page(String path) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, path, BROWSER);

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("<title>portal</title>"), answer.body());
    assertEquals("text/html; charset=utf-8", answer.header("Content-Type"));
    assertEquals("no-cache", answer.header("Cache-Control"));
    assertEquals("Origin,accept", answer.header("Vary"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("no-referrer", answer.header("Referrer-Policy"));
    assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
  }

  @Test
  void each_answer_has_a_nonce_of_its_own_in_page_and_policy() throws IOException {
    RawAnswer first = RawClient.get(edge.port(), CLIENT, "/", BROWSER);
    RawAnswer second = RawClient.get(edge.port(), CLIENT, "/", BROWSER);

    String nonce = nonce(first);
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
            + nonce
            + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
        first.header("Content-Security-Policy"));
    assertTrue(first.body().contains("<meta name=\"csp-nonce\" content=\"" + nonce + "\">"));
    assertTrue(first.body().contains("<style nonce=\"" + nonce + "\">"), first.body());
    assertFalse(first.body().contains("__CSP_NONCE__"), first.body());
    assertNotEquals(nonce, nonce(second));
  }

  @Test
  void a_file_with_a_hash_in_its_name_may_be_kept_for_a_year() throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/assets/app-1a2b.js");

    assertEquals(200, answer.status());
    assertTrue(answer.body().startsWith("// as plain as it is\n"), answer.body());
    assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
    assertEquals("text/javascript; charset=utf-8", answer.header("Content-Type"));
    assertEquals("", answer.header("Content-Encoding"));
    assertEquals("Origin,accept-encoding", answer.header("Vary"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        answer.header("Content-Security-Policy"));
  }

  @Test
  void a_file_without_one_is_asked_for_again() throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/favicon.svg", "Accept-Encoding: br");

    assertEquals(200, answer.status());
    assertEquals("no-cache", answer.header("Cache-Control"));
    assertEquals("image/svg+xml", answer.header("Content-Type"));
    assertEquals("", answer.header("Content-Encoding"));
  }

  @Test
  void a_file_comes_as_small_as_the_caller_takes_it() throws IOException {
    String path = "/assets/app-1a2b.js";

    RawAnswer brotli = RawClient.get(edge.port(), CLIENT, path, "Accept-Encoding: gzip, br");
    RawAnswer gzip = RawClient.get(edge.port(), CLIENT, path, "Accept-Encoding: gzip");

    assertEquals("br", brotli.header("Content-Encoding"));
    assertEquals("44", brotli.header("Content-Length"));
    assertEquals("gzip", gzip.header("Content-Encoding"));
    assertEquals("55", gzip.header("Content-Length"));
    assertNotEquals(brotli.header("ETag"), gzip.header("ETag"));
  }

  @Test
  void a_file_the_caller_has_is_not_sent_again() throws IOException {
    // Given
    String path = "/assets/app-1a2b.js";
    String packed = "Accept-Encoding: gzip";
    String tag = RawClient.get(edge.port(), CLIENT, path, packed).header("ETag");

    // When
    RawAnswer same =
        RawClient.get(edge.port(), CLIENT, path, packed, "If-None-Match: \"x\", W/" + tag);
    RawAnswer otherPacking = RawClient.get(edge.port(), CLIENT, path, "If-None-Match: " + tag);

    // Then
    assertEquals(304, same.status());
    assertEquals("", same.body());
    assertEquals(tag, same.header("ETag"));
    assertEquals("public, max-age=31536000, immutable", same.header("Cache-Control"));
    assertEquals("Origin,accept-encoding", same.header("Vary"));
    assertEquals(200, otherPacking.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/bills", "/assets/app-1a2b.js"})
  void a_head_tells_what_a_get_would_bring(String path) throws IOException {
    RawAnswer get = RawClient.get(edge.port(), CLIENT, path, BROWSER);
    RawAnswer head =
        RawClient.ask(
            edge.port(),
            CLIENT,
            "HEAD "
                + path
                + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                + BROWSER
                + "\r\n\r\n");

    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
    assertEquals(get.header("ETag"), head.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/missing.js",
        "/assets/gone.css",
        "/assets/app-1a2b.js.gz",
        "/index.html.br",
        "/q/swagger-ui",
        "/q",
        "/api/v1/nothing",
        "/internal/secrets"
      })
  void what_is_no_page_is_not_found_for_a_browser_too(String path) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, path, BROWSER);

    assertEquals(404, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept: application/json", "Accept: */*", "X-Nothing: said"})
  void a_program_that_asks_for_no_page_gets_a_problem(String accept) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/register", accept);

    assertEquals(404, answer.status());
    assertTrue(answer.body().contains("urn:fapiaosuite:problem:not-found"), answer.body());
  }

  @Test
  void a_page_is_only_read() throws IOException {
    RawAnswer answer =
        RawClient.ask(
            edge.port(),
            CLIENT,
            "POST /register HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                + BROWSER
                + "\r\nContent-Length: 0\r\n\r\n");

    assertEquals(404, answer.status());
  }

  private static String nonce(RawAnswer answer) {
    Matcher policy = NONCE.matcher(answer.header("Content-Security-Policy"));
    assertTrue(policy.find(), answer.toString());
    return policy.group(1);
  }
}
