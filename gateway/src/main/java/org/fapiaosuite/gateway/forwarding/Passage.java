package org.fapiaosuite.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.problem.Refusal;
import org.fapiaosuite.gateway.routing.Route;
import org.fapiaosuite.gateway.visit.Visit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request carried to one service: what is changed on the way, and what can go wrong. */
final class Passage implements ProxyInterceptor, OriginRequestProvider {

  private static final long SHORTEST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 150;

  private static final Logger LOG = Logger.getLogger(Passage.class);

  private final Vertx vertx;
  private final ForwardingConfig config;
  private final Visit visit;
  private final Route route;
  private final RequestOptions origin;
  private final Breaker breaker;
  private @Nullable CountedBody body;
  private @Nullable HttpClientRequest carried;
  private @Nullable Problem timeout;
  private long timer = -1;
  private boolean settled;
  private Runnable whenOver = () -> {};

  Passage(
      Vertx vertx,
      ForwardingConfig config,
      Visit visit,
      Route route,
      RequestOptions origin,
      Breaker breaker) {
    this.vertx = vertx;
    this.config = config;
    this.visit = visit;
    this.route = route;
    this.origin = origin;
    this.breaker = breaker;
  }

  void whenOver(Runnable action) {
    whenOver = action;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest request = visit.request();
    Headers.cleanRequest(context.request().headers());
    context.request().setURI(route.targetOf(visit.path()) + visit.query());
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      request.response().writeContinue();
    }
    Body whole = context.request().getBody();
    CountedBody counted = new CountedBody(whole.stream(), route.maxBodyBytes(), this::awaitAnswer);
    body = counted;
    context.request().setBody(Body.body(counted, whole.length()));
    startTimer(config.bodyTimeout(), Problem.REQUEST_TIMEOUT);
    return context
        .sendRequest()
        .onComplete(result -> settle(result.succeeded()))
        .recover(failure -> Future.succeededFuture(problem(context, failure)));
  }

  @Override
  public Future<HttpClientRequest> create(ProxyContext context) {
    return connect(context)
        .recover(
            failure ->
                isUnconnected(failure)
                    ? pause().compose(waited -> connectAgain(context, failure))
                    : Future.failedFuture(failure))
        .onSuccess(
            request -> {
              // told through the answer's future; without a handler the library logs it as an error
              request.exceptionHandler(failure -> {});
              carried = request;
              if (timeout != null) {
                request.reset();
              }
            });
  }

  private Future<HttpClientRequest> connect(ProxyContext context) {
    return context.client().request(new RequestOptions(origin));
  }

  private Future<HttpClientRequest> connectAgain(ProxyContext context, Throwable failure) {
    boolean awaited = timeout == null && !visit.request().response().closed();
    return awaited ? connect(context) : Future.failedFuture(failure);
  }

  /**
   * Whether the connection was refused or not made in time. Nothing was sent then, so another try
   * is safe whatever the method. Who waited for a free connection in vain is told so at once.
   */
  private static boolean isUnconnected(Throwable failure) {
    return failure instanceof ConnectException;
  }

  private Future<Void> pause() {
    Promise<Void> over = Promise.promise();
    long millis = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
    vertx.setTimer(millis, now -> over.complete());
    return over.future();
  }

  private void settle(boolean answered) {
    settled = true;
    vertx.cancelTimer(timer);
    if (answered) {
      breaker.answered();
    } else if (timeout == Problem.GATEWAY_TIMEOUT) {
      breaker.timedOut();
    } else {
      breaker.neither();
    }
  }

  private void awaitAnswer() {
    if (!settled) {
      startTimer(config.answerTimeout(), Problem.GATEWAY_TIMEOUT);
    }
  }

  private void startTimer(Duration wait, Problem otherwise) {
    vertx.cancelTimer(timer);
    timer =
        vertx.setTimer(
            wait.toMillis(),
            late -> {
              timeout = otherwise;
              if (carried != null) {
                carried.reset();
              }
            });
  }

  private ProxyResponse problem(ProxyContext context, Throwable failure) {
    Refusal refusal = refusal(failure);
    visit.closeUnlessRead();
    ProxyResponse response = context.request().release().response();
    response.setStatusCode(refusal.problem().status());
    refusal.headers().forEach(response::putHeader);
    return response.setBody(Body.body(refusal.body()));
  }

  private Refusal refusal(Throwable failure) {
    if (body != null && body.isOver()) {
      return visit.refusal(Problem.TOO_LARGE, null, route.maxBodyBytes() / 1024);
    }
    if (timeout == Problem.REQUEST_TIMEOUT) {
      return visit.refusal(Problem.REQUEST_TIMEOUT, null);
    }
    Problem problem =
        timeout != null ? timeout : carried == null ? Problem.UNAVAILABLE : Problem.BAD_GATEWAY;
    if (visit.request().response().closed()) {
      LOG.debugf(
          "caller left service=%s traceId=%s", route.upstream().slug(), visit.trace().traceId());
    } else {
      // The failure's class alone: its text may quote what was sent.
      LOG.infof(
          "not answered service=%s problem=%s cause=%s traceId=%s",
          route.upstream().slug(),
          problem.slug(),
          failure.getClass().getName(),
          visit.trace().traceId());
    }
    return visit.refusal(problem, config.retryAfter());
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    Headers.cleanResponse(response.headers());
    Headers.hideOrigin(response.headers(), origin.getHost() + ":" + origin.getPort());
    HttpServerRequest request = visit.request();
    boolean personal =
        request.headers().contains(HttpHeaders.AUTHORIZATION)
            || request.headers().contains(HttpHeaders.COOKIE);
    String caching = response.headers().get(HttpHeaders.CACHE_CONTROL);
    if (caching == null || (personal && !caching.contains("private"))) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (route.signsOut()
        && request.method().equals(HttpMethod.DELETE)
        && response.getStatusCode() < 300) {
      response.putHeader("Clear-Site-Data", "\"cache\", \"cookies\"");
    }
    return context.sendResponse().onComplete(sent -> whenOver.run());
  }
}
