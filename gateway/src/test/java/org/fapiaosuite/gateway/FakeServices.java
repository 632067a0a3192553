package org.fapiaosuite.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for the services: each tells what reached it, and behaves as the last segment of the path
 * asks. Nobody listens where notification-service should be.
 */
public class FakeServices implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger left = new AtomicInteger();
  private final Set<HttpServerResponse> streams = ConcurrentHashMap.newKeySet();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    for (String service : new String[] {"account", "order-sync", "fapiao"}) {
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(request -> serve(service, request))
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      config.put("fapiao.gateway.upstreams." + service, url(server.actualPort()));
    }
    config.put("fapiao.gateway.upstreams.notification", url(unusedPort()));
    config.put("fapiao.gateway.forwarding.answer-timeout", "PT0.7S");
    config.put("fapiao.gateway.forwarding.body-timeout", "PT1.5S");
    config.put("fapiao.gateway.edge.trusted-proxies", "127.0.9.0/24");
    config.put("fapiao.gateway.pages.folder", "portal");
    config.put("fapiao.gateway.cors.origins", "https://admin.example,https://two.example:8443");
    return config;
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static int unusedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void serve(String service, HttpServerRequest request) {
    String path = request.path();
    String behaviour = path.substring(path.lastIndexOf('/') + 1);
    HttpServerResponse response = request.response();
    switch (behaviour) {
      case "hang" -> {}
      case "drop" -> request.connection().close();
      case "half" -> {
        response.putHeader("Content-Length", "100").write("half");
        vertx.setTimer(100, now -> request.connection().close());
      }
      case "empty" -> response.setStatusCode(204).end();
      case "unchanged" -> response.setStatusCode(304).putHeader("ETag", "\"1\"").end();
      case "headers" -> chatty(response);
      case "made" ->
          response
              .setStatusCode(201)
              .putHeader("Location", "http://" + request.authority() + "/api/v1/titles/7")
              .end("{}");
      case "cached" -> response.putHeader("Cache-Control", "public, max-age=60").end("x");
      case "stream" -> stream(response);
      case "last" -> {
        endStreams();
        response.setStatusCode(204).end();
      }
      case "left" -> response.end(Integer.toString(left.get()));
      case "early" -> response.setStatusCode(409).end("early");
      default ->
          request
              .body()
              .onSuccess(
                  body ->
                      response
                          .putHeader("Content-Type", "application/json")
                          .end(seen(service, request, body).toBuffer()));
    }
  }

  private static JsonObject seen(String service, HttpServerRequest request, Buffer body) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .headers()
        .forEach(header -> headers.merge(header.getKey(), header.getValue(), FakeServices::both));
    JsonObject all = new JsonObject();
    headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
    return new JsonObject()
        .put("service", service)
        .put("method", request.method().name())
        .put("uri", request.uri())
        .put("headers", all)
        .put("bytes", body.length());
  }

  private static String both(String first, String second) {
    return first + " | " + second;
  }

  private static void chatty(HttpServerResponse response) {
    response
        .putHeader("Server", "nginx/1.2.3")
        .putHeader("X-Powered-By", "Quarkus")
        .putHeader("Content-Security-Policy", "default-src *")
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Connection", "X-Hop")
        .putHeader("X-Hop", "1")
        .putHeader("Keep-Alive", "timeout=5")
        .putHeader("ETag", "\"7\"")
        .putHeader("Set-Cookie", "refresh=1; HttpOnly")
        .end("{}");
  }

  private void stream(HttpServerResponse response) {
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.closeHandler(
        closed -> {
          streams.remove(response);
          left.incrementAndGet();
        });
    streams.add(response);
    response.write("data: first\n\n");
  }

  private void endStreams() {
    for (HttpServerResponse stream : streams) {
      stream.end("data: last\n\n");
    }
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
