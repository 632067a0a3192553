package org.fapiaosuite.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One answer of the mailbox; each says what a browser may do with it. */
record Answer(HttpExchange exchange) {
  /** What is no page may load nothing and run nothing. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String PAGE =
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** The HTML of a mail is a stranger's: no script, nothing fetched, links open on a click only. */
  private static final String MAIL =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
          + " sandbox "
          + Pages.SANDBOX;

  /** Writes a body as it comes into being. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  void page(String html) throws IOException {
    send("text/html; charset=utf-8", PAGE, html.getBytes(StandardCharsets.UTF_8));
  }

  void mail(String html) throws IOException {
    send("text/html; charset=utf-8", MAIL, html.getBytes(StandardCharsets.UTF_8));
  }

  void text(int status, String text) throws IOException {
    headers("text/plain; charset=utf-8", NOTHING);
    send(status, text.getBytes(StandardCharsets.UTF_8));
  }

  /** For the browser to save under the name, which is percent-encoded. */
  void file(String name, byte[] content) throws IOException {
    set("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    send("application/octet-stream", NOTHING, content);
  }

  void send(String type, String policy, byte[] body) throws IOException {
    headers(type, policy);
    send(200, body);
  }

  void stream(String type, Body body) throws IOException {
    headers(type, NOTHING);
    if (isHead()) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      body.writeTo(out);
    }
  }

  void nothing() throws IOException {
    exchange.sendResponseHeaders(204, -1);
  }

  /** Where the list goes on. */
  void next(String address) {
    set("Link", "<" + address + ">; rel=\"next\"");
  }

  private void headers(String type, String policy) {
    set("Content-Type", type);
    set("Content-Security-Policy", policy);
    set("X-Content-Type-Options", "nosniff");
    set("Referrer-Policy", "no-referrer");
    set("Cache-Control", "no-store");
  }

  private void set(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  private void send(int status, byte[] body) throws IOException {
    if (isHead() || body.length == 0) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private boolean isHead() {
    return exchange.getRequestMethod().equals("HEAD");
  }
}
