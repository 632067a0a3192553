package org.fapiaosuite.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: reads a request whole, lets {@link Calls} answer it, writes the answer. */
public final class Door implements AutoCloseable {

  private static final int LARGEST_BODY = 32 * 1024 * 1024;
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Calls calls;

  /**
   * Opens the door.
   *
   * @param address port 0 takes a free one
   */
  public Door(InetSocketAddress address, Calls calls) throws IOException {
    this.calls = calls;
    this.server = HttpServer.create(address, 0);
    this.threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      Answer answer =
          body.length > LARGEST_BODY
              ? Answer.problem(413, "the body is larger than 32 MiB")
              : calls.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
      send(exchange, answer);
    } catch (RuntimeException unforeseen) {
      System.err.println("a request failed: " + unforeseen);
      throw unforeseen;
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = answer.length() == 0 || exchange.getRequestMethod().equals("HEAD");
    // for the server 0 means a length it does not know, and -1 no body
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : Math.max(answer.length(), 0));
    if (!bodiless) {
      try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 14)) {
        answer.body().writeTo(out);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
