package org.fapiaosuite.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands for account-service and fapiao-service: gives secrets out. The same subject gets the same
 * secret, unless told otherwise.
 */
public final class SecretDesk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile boolean oneAtATime;

  /** One question. */
  public record Request(String path, String bearer, String kind, String subjectId) {}

  public SecretDesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "secret-desk");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on this subject is answered with a status instead of a secret; 200 undoes it. */
  public void answer(String subjectId, int status) {
    statuses.put(subjectId, status);
  }

  /** The secret to give out for a subject. */
  public void secret(String subjectId, String secret) {
    secrets.put(subjectId, secret);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Back to giving everybody a secret. */
  public void reset() {
    statuses.clear();
    secrets.clear();
    requests.clear();
    oneAtATime = false;
  }

  /** From now on codes are asked for one by one, as of a release that knows nothing else. */
  public void knowsOneAtATime() {
    oneAtATime = true;
  }

  private void answerTogether(HttpExchange exchange, JsonNode asked) throws IOException {
    List<String> subjects = new ArrayList<>();
    Map<String, String> codes = new HashMap<>();
    int status = oneAtATime ? 404 : 200;
    for (JsonNode number : asked.path("orderNumbers")) {
      String subject = number.asText();
      subjects.add(subject);
      int own = statuses.getOrDefault(subject, 200);
      if (own == 200) {
        codes.put(subject, secrets.getOrDefault(subject, "secret-of-" + subject));
      } else if (own != 404) {
        status = own;
      }
    }
    requests.add(
        new Request(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            "CLAIM_CODE",
            String.join(" ", subjects)));
    send(exchange, status, status == 200 ? Map.of("codes", codes) : Map.of("status", status));
  }

  private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode asked = JSON.readTree(exchange.getRequestBody());
      if (exchange.getRequestURI().getPath().endsWith("/claim-codes")) {
        answerTogether(exchange, asked);
        return;
      }
      String subject = asked.path("subjectId").asText();
      requests.add(
          new Request(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              asked.path("kind").asText(),
              subject));
      int status = statuses.getOrDefault(subject, 200);
      send(
          exchange,
          status,
          status == 200
              ? Map.of("secret", secrets.getOrDefault(subject, "secret-of-" + subject))
              : Map.of("status", status));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
