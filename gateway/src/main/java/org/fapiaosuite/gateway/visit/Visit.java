package org.fapiaosuite.gateway.visit;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.problem.Refusal;
import org.fapiaosuite.gateway.trace.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gateway.
 *
 * @param client address of who asks
 */
public record Visit(HttpServerRequest request, TraceParent trace, String client) {

  /**
   * Bodies up to this size are read to their end after a refusal, so that it can be read too: twice
   * what any route takes, since pictures and scans are often just too large.
   */
  private static final int DRAINED_BYTES = 12 * 1024 * 1024;

  private static final Duration LINGER = Duration.ofSeconds(2);

  /** The path as it was written; it has passed the rules of form. */
  public String path() {
    String uri = request.uri();
    int question = uri.indexOf('?');
    return question < 0 ? uri : uri.substring(0, question);
  }

  /** The query with its question mark; empty without one. */
  public String query() {
    String uri = request.uri();
    int question = uri.indexOf('?');
    return question < 0 ? "" : uri.substring(question);
  }

  /** Replaces what the caller may not say about themselves by what is known of them. */
  public void clean() {
    MultiMap headers = request.headers();
    List<String> forged =
        headers.names().stream().filter(name -> isOurs(name.toLowerCase(Locale.ROOT))).toList();
    forged.forEach(headers::remove);
    headers.set("X-Forwarded-For", client);
    headers.set("traceparent", trace.value());
    if (!trace.inherited()) {
      headers.remove("tracestate");
    }
  }

  private static boolean isOurs(String name) {
    return name.startsWith("x-forwarded")
        || name.startsWith("x-user-")
        || name.startsWith("x-internal-")
        || name.equals("forwarded")
        || name.equals("x-real-ip")
        || name.equals("x-http-method-override")
        || name.equals("x-http-method")
        || name.equals("x-method-override")
        || name.equals("x-original-url")
        || name.equals("x-rewrite-url");
  }

  /** The problem in this caller's language. */
  public Refusal refusal(Problem problem, @Nullable Duration retryAfter, Object... arguments) {
    String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return Refusal.of(problem, language, trace.traceId(), retryAfter, arguments);
  }

  /** Answers with a problem. */
  public void refuse(Problem problem) {
    refuse(refusal(problem, null));
  }

  /** Answers with a problem; a body that is still coming ends the connection. */
  public void refuse(Refusal refusal) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(refusal.problem().status());
    for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
      if (header.getKey().equals(HttpHeaders.VARY.toString())) {
        response.headers().add(header.getKey(), header.getValue());
      } else {
        response.putHeader(header.getKey(), header.getValue());
      }
    }
    closeUnlessRead();
    response.end(refusal.body());
  }

  /**
   * Ends the connection after the answer when the body has not arrived completely: not at once,
   * since who is still writing would lose the answer to a reset, and not never, since they might
   * write for ever.
   */
  public void closeUnlessRead() {
    if (request.isEnded() || !hasBody()) {
      return;
    }
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.CONNECTION, "close");
    response.endHandler(
        answered -> {
          long[] drained = {0};
          Context context = Vertx.currentContext();
          long timer =
              context.owner().setTimer(LINGER.toMillis(), late -> request.connection().close());
          request.endHandler(
              whole -> {
                context.owner().cancelTimer(timer);
                request.connection().close();
              });
          request.handler(
              buffer -> {
                drained[0] += buffer.length();
                if (drained[0] > DRAINED_BYTES) {
                  request.connection().close();
                }
              });
          request.resume();
        });
  }

  private boolean hasBody() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }
}
