package org.fapiaosuite.ordersync;

import static java.util.Map.entry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The payment platform of the tests: serves the statements that a test has put there. */
public final class FakePlatform implements QuarkusTestResourceLifecycleManager {
  public static final String SECRET = secret("first");
  public static final String NEXT_SECRET = secret("next");

  private static final Map<LocalDate, StatementFile> STATEMENTS = new ConcurrentHashMap<>();
  private static final List<LocalDate> ASKED = new CopyOnWriteArrayList<>();

  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret(String seed) {
    byte[] bytes = new byte[32];
    byte[] start = seed.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Puts a statement there; it replaces the one of the same day. */
  public static void serve(LocalDate day, StatementFile statement) {
    STATEMENTS.put(day, statement);
  }

  /** The days asked for until now. */
  public static List<LocalDate> asked() {
    return List.copyOf(ASKED);
  }

  public static void forget() {
    STATEMENTS.clear();
    ASKED.clear();
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/statements/", FakePlatform::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    String platform = "fapiao.order-sync.platforms.simulator.";
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return Map.ofEntries(
        entry(platform + "secret", SECRET),
        entry(platform + "next-secret", NEXT_SECRET),
        entry(platform + "public-key", Ed25519Key.PRESENT.told()),
        entry(platform + "next-public-key", Ed25519Key.NEXT.told()),
        entry(platform + "url", url),
        // A platform that makes no statements.
        entry("fapiao.order-sync.platforms.second.secret", SECRET),
        entry("fapiao.order-sync.platforms.second.missing-statement", "ALLOW"),
        entry("fapiao.trust.account-url", "http://127.0.0.1:1"),
        // Tests call the jobs themselves, so that they know what has been looked at.
        entry("quarkus.scheduler.enabled", "false"));
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    LocalDate day = LocalDate.parse(path.substring(path.lastIndexOf('/') + 1));
    ASKED.add(day);
    StatementFile file = STATEMENTS.get(day);
    try (exchange) {
      if (file == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        if (file.digest() != null) {
          exchange.getResponseHeaders().add("Digest", "sha-256=" + file.digest());
        }
        exchange.getResponseHeaders().add("Content-Type", "application/gzip");
        exchange.sendResponseHeaders(file.status(), file.status() == 204 ? -1 : 0);
        if (file.status() != 204) {
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(file.bytes());
          }
        }
      }
    }
  }
}
