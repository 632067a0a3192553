package org.fapiaosuite.local.center;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the page as any web server could, on 127.0.0.1: files, and {@code config.json}, which
 * tells the page where gateway and identity provider are. Nothing is done for a reader here; the
 * page asks the API itself.
 */
final class CenterHttp {

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "js", SCRIPT,
          "json", "application/json");

  private static final List<String> FILES =
      List.of(
          "index.html",
          "center.css",
          "seal.svg",
          "main.js",
          "config.js",
          "signIn.js",
          "session.js",
          "api.js",
          "bills.js",
          "apply.js",
          "progress.js",
          "screen.js");

  private final HttpServer server;
  private final String policy;
  private final Map<String, byte[]> contents = new HashMap<>();

  /**
   * What it serves, and where.
   *
   * @param port 0 for any
   * @param gateway base URL, without a slash at its end
   * @param issuer of the tokens; its discovery document is below it
   */
  CenterHttp(int port, String gateway, String issuer) throws IOException {
    for (String file : FILES) {
      contents.put("/" + file, read(file));
    }
    contents.put("/config.json", config(gateway, issuer));
    policy = policy(gateway, issuer);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::handle);
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestURI().getPath();
      String path = asked.equals("/") ? "/index.html" : asked;
      byte[] content = contents.get(path);
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        answer(exchange, path, content);
      }
    }
  }

  private void answer(HttpExchange exchange, String path, byte[] content) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-cache");
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  /** The page may ask nobody but these two. */
  private static String policy(String gateway, String issuer) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src 'self' "
        + gateway
        + " "
        + issuer
        + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  }

  /** URLs of this suite hold nothing that JSON would have to escape. */
  private static byte[] config(String gateway, String issuer) {
    return "{\"gateway\":\"%s\",\"issuer\":\"%s\",\"client\":\"admin-center\"}\n"
        .formatted(gateway, issuer)
        .getBytes(UTF_8);
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = CenterHttp.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build packaged no " + file);
      }
      return in.readAllBytes();
    }
  }
}
