package org.fapiaosuite.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** OpenID Connect, as far as a front end and the suite need it, on 127.0.0.1. */
final class IdentityHttp {

  private static final int MOST_BYTES = 64 * 1024;
  private static final String PAGE =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " form-action 'self' ";

  /** Pages that are being developed on this machine. */
  private static final Pattern OWN_PAGES =
      Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");

  private final HttpServer server;
  private final String issuer;
  private final Signer signer = new Signer();
  private final Grants grants;
  private final TokenEndpoint tokens;
  private final ObjectMapper json = new ObjectMapper();

  IdentityHttp(int port, Clock clock) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::handle);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    grants = new Grants(clock);
    tokens = new TokenEndpoint(issuer, signer, grants, clock);
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  /** The {@code iss} of its tokens, which is its address. */
  String issuer() {
    return issuer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      admitOwnPages(exchange);
      answerOrRefuse(exchange);
    } catch (RuntimeException e) {
      System.err.println("Request failed: " + e);
      throw e;
    }
  }

  private void answerOrRefuse(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (OAuthError refused) {
      send(exchange, 400, refused.body());
    }
  }

  private static void admitOwnPages(HttpExchange exchange) {
    List<String> origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
    if (origin.size() == 1 && OWN_PAGES.matcher(origin.get(0)).matches()) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", origin.get(0));
      headers.set("Access-Control-Allow-Headers", "Content-Type");
      headers.set("Vary", "Origin");
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /.well-known/openid-configuration" -> send(exchange, 200, configuration());
      case "GET /.well-known/jwks.json" -> send(exchange, 200, signer.keys());
      case "GET /authorize" -> {
        Form asked = Form.of(exchange.getRequestURI().getRawQuery());
        page(exchange, Authorization.of(asked), "");
      }
      case "POST /authorize" -> authorize(exchange, Form.of(body(exchange)));
      case "POST /token" -> send(exchange, 200, tokens.answer(Form.of(body(exchange))));
      case "GET /identity.css" -> style(exchange);
      default -> {
        boolean preflight = exchange.getRequestMethod().equals("OPTIONS");
        exchange.sendResponseHeaders(preflight ? 204 : 404, -1);
      }
    }
  }

  private Map<String, Object> configuration() {
    return Map.of(
        "issuer", issuer,
        "authorization_endpoint", issuer + "/authorize",
        "token_endpoint", issuer + "/token",
        "jwks_uri", issuer + "/.well-known/jwks.json",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("ES256"),
        "code_challenge_methods_supported", List.of("S256"),
        "token_endpoint_auth_methods_supported", List.of("none"),
        "grant_types_supported", List.of("authorization_code", "password", "refresh_token"));
  }

  private void authorize(HttpExchange exchange, Form form) throws IOException {
    Authorization authorization = Authorization.of(form);
    Person person;
    try {
      person = Person.of(form);
    } catch (OAuthError missing) {
      page(exchange, authorization, String.valueOf(missing.getMessage()));
      return;
    }
    String code =
        grants.code(
            person,
            authorization.client(),
            authorization.redirect().toString(),
            authorization.challenge(),
            authorization.nonce());
    exchange.getResponseHeaders().set("Location", authorization.withCode(code));
    exchange.sendResponseHeaders(303, -1);
  }

  /** Chromium also asks the policy of the form where the answer leads to. */
  private static void page(HttpExchange exchange, Authorization asked, String trouble)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", PAGE + asked.origin());
    write(
        exchange,
        200,
        "text/html; charset=utf-8",
        SignInPage.of(asked.asked(), trouble).getBytes(UTF_8));
  }

  private static void style(HttpExchange exchange) throws IOException {
    try (InputStream css = IdentityHttp.class.getResourceAsStream("identity.css")) {
      write(
          exchange, 200, "text/css; charset=utf-8", css == null ? new byte[0] : css.readAllBytes());
    }
  }

  private void send(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    write(exchange, status, "application/json", json.writeValueAsBytes(body));
  }

  private static void write(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new OAuthError("invalid_request", "the form is too large");
    }
    return new String(body, UTF_8);
  }
}
