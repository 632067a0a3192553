package org.fapiaosuite.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.fapiaosuite.gateway.visit.SecurityHeaders;

/**
 * A page such as the portal's, whose script makes styles while it runs; each answer names a fresh
 * nonce for them, in the page and in the policy, so that no other style counts.
 */
public final class Page {

  /** Stands in the page wherever the build wants the nonce. */
  static final String PLACEHOLDER = "__CSP_NONCE__";

  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final String text;

  /**
   * A page.
   *
   * @param text of it, with {@code __CSP_NONCE__} for the nonce
   */
  public Page(String text) {
    this.text = text;
  }

  /** Answers a GET or HEAD. */
  public void answer(HttpServerRequest request) {
    String nonce = nonce();
    HttpServerResponse response = request.response();
    SecurityHeaders.allowPage(response, nonce);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    // A program that asks for no page gets a problem at nearly every of these addresses.
    response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    PageFile.send(request, Buffer.buffer(text.replace(PLACEHOLDER, nonce)));
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
