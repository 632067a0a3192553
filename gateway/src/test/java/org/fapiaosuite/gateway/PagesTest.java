package org.fapiaosuite.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class PagesTest {

  private static final String CLIENT = "127.0.4.1";
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

  @Inject EdgeServer edge;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/index.html", "/register", "/activate", "/email-change", "/claims", "/a/b"})
  void every_address_of_the_portal_is_its_page(String path) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, path, BROWSER);

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("<title>portal</title>"), answer.body());
    assertEquals("no-cache", answer.header("Cache-Control"));
    assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'self'"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  @Test
  void its_files_may_be_kept() throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, "/assets/app-1a2b.js");

    assertEquals(200, answer.status());
    assertTrue(answer.header("Cache-Control").contains("immutable"), answer.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing.js", "/assets/gone.css", "/q/swagger-ui", "/api/v1/nothing"})
  void what_is_no_page_is_not_found_for_a_browser_too(String path) throws IOException {
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, path, BROWSER);

    assertEquals(404, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  @Test
  void a_program_that_asks_for_no_page_gets_a_problem() throws IOException {
    assertEquals(404, RawClient.get(edge.port(), CLIENT, "/register").status());
  }
}
