package org.fapiaosuite.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Takes pushes and answers them as a test wants. */
final class Receiver implements AutoCloseable {

  /** One push as it arrived. */
  record Arrival(Map<String, String> headers, String body) {

    String id() {
      return headers.getOrDefault("webhook-id", "");
    }

    String type() {
      return Http.tree(body).path("type").asText();
    }

    String orderNumber() {
      return Http.tree(body).path("data").path("orderNumber").asText();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Arrival> answer = arrival -> 204;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/platforms/simulator/events", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Map<String, String> headers =
          Map.of(
              "webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"),
              "webhook-timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
              "webhook-signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
              "content-type", exchange.getRequestHeaders().getFirst("content-type"));
      Arrival arrival = new Arrival(headers, new String(body, StandardCharsets.UTF_8));
      int status = answer.applyAsInt(arrival);
      arrivals.add(arrival);
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** From now on pushes are answered with these statuses. */
  void answer(ToIntFunction<Arrival> how) {
    answer = how;
  }

  List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  URI events() {
    return base().resolve("/api/v1/platforms/simulator/events");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
