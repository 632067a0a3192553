package org.fapiaosuite.local.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CenterHttpTest {

  private static final Pattern NEEDED =
      Pattern.compile("(?:href=\"|src=\"|from '\\./|fetch\\(')([a-zA-Z.]+)[\"']");

  private final HttpClient browser = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // before each test
  private CenterHttp center;

  @BeforeEach
  void start() throws IOException {
    center = new CenterHttp(0, "http://127.0.0.1:8080", "http://127.0.0.1:8070");
    center.start();
  }

  @AfterEach
  void stop() {
    center.stop();
  }

  @Test
  void the_page_may_ask_gateway_and_issuer_alone() throws Exception {
    HttpResponse<String> page = ask("GET", "/");

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<title>Contoso admin center</title>"), page.body());
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
            + " 'self' http://127.0.0.1:8080 http://127.0.0.1:8070; form-action 'none';"
            + " base-uri 'none'; frame-ancestors 'none'",
        page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals(
        "{\"gateway\":\"http://127.0.0.1:8080\",\"issuer\":\"http://127.0.0.1:8070\","
            + "\"client\":\"admin-center\"}\n",
        ask("GET", "/config.json").body());
  }

  @Test
  void whatever_the_page_is_made_of_is_there() throws Exception {
    List<String> needed = needed(ask("GET", "/").body());
    assertEquals(List.of("seal.svg", "center.css", "main.js"), needed);
    for (String script : needed(ask("GET", "/main.js").body())) {
      HttpResponse<String> answer = ask("GET", "/" + script);

      assertEquals(200, answer.statusCode(), script);
      assertEquals(
          "text/javascript; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
      for (String more : needed(answer.body())) {
        assertEquals(200, ask("GET", "/" + more).statusCode(), more);
      }
    }
  }

  @Test
  void nothing_else_is() throws Exception {
    assertEquals(404, ask("GET", "/CenterHttp.class").statusCode());
    assertEquals(404, ask("GET", "/../identity/identity.css").statusCode());
    HttpResponse<String> written = ask("POST", "/");
    assertEquals(405, written.statusCode());
    assertEquals("GET", written.headers().firstValue("Allow").orElse(""));
  }

  private static List<String> needed(String source) {
    return NEEDED.matcher(source).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + center.port() + path))
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }
}
