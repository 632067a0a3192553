package org.fapiaosuite.account.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Four identity providers on this machine, with the same keys: they have what a test puts to {@code
 * /keys}, and answer with 503 while {@code true} is put to {@code /away}.
 */
public final class TestIssuers implements QuarkusTestResourceLifecycleManager {

  static final String ADDRESS = "fapiao.test.issuers";

  private volatile String keys = "{\"keys\":[]}";
  private volatile boolean away;
  private final AtomicInteger asked = new AtomicInteger();
  private @Nullable HttpServer server;

  /** Test and resource may be of different class loaders. */
  static String base() {
    return System.getProperty(ADDRESS, "");
  }

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext("/", this::answer);
      started.start();
      server = started;
      String base = "http://127.0.0.1:" + started.getAddress().getPort();
      System.setProperty(ADDRESS, base);
      return config(base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String body = "";
    int status = 200;
    switch (exchange.getRequestMethod() + " " + path) {
      case "PUT /keys" -> keys = sent;
      case "PUT /away" -> away = Boolean.parseBoolean(sent);
      case "GET /asked" -> body = asked.toString();
      case "GET /keys" -> {
        asked.incrementAndGet();
        status = away ? 503 : 200;
        body = keys;
      }
      case "GET /customers/.well-known/openid-configuration" ->
          body = "{\"issuer\":\"%1$s/customers\",\"jwks_uri\":\"%1$s/keys\"}".formatted(base());
      default -> status = 404;
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> config(String base) {
    Map<String, String> config = new HashMap<>();
    String issuers = "fapiao.account.exchange.issuers.";
    for (String name : new String[] {"customers", "mailboxes", "retired", "desk"}) {
      config.put(issuers + name + ".issuer", base + "/" + name);
      config.put(issuers + name + ".audiences", TestIssuer.AUDIENCE);
    }
    config.put(issuers + "customers.customer-claim", "customer_id");
    config.put(issuers + "customers.platform", "simulator");
    config.put(issuers + "mailboxes.jwks", base + "/keys");
    config.put(issuers + "mailboxes.algorithms", "ES256");
    config.put(issuers + "mailboxes.emails-are-verified", "true");
    config.put(issuers + "retired.jwks", base + "/keys");
    config.put(issuers + "retired.enabled", "false");
    config.put(issuers + "desk.jwks", base + "/keys");
    config.put(issuers + "desk.staff.audiences", TestIssuer.DESK);
    config.put(issuers + "desk.staff.role-claim", "realm_access,roles");
    config.put(issuers + "desk.staff.roles.clerk", "Clerks");
    config.put(issuers + "desk.staff.roles.lead", "Leads,Heads of the desk");
    config.put(issuers + "desk.staff.roles.admin", "Admins");
    config.put(issuers + "desk.staff.roles.auditor", "Auditors");
    config.put(issuers + "desk.staff.roles.support", "Helpers");
    config.put("fapiao.account.exchange.keys-retry-delay", "PT0.1S");
    return config;
  }
}
