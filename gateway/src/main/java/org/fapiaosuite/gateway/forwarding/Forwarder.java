package org.fapiaosuite.gateway.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.routing.Route;
import org.fapiaosuite.gateway.routing.Upstream;
import org.fapiaosuite.gateway.routing.UpstreamConfig;
import org.fapiaosuite.gateway.visit.Visit;

/** The one place that knows the proxy library: hands requests over to the services. */
@ApplicationScoped
public class Forwarder {

  private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

  private final Vertx vertx;
  private final ForwardingConfig config;
  private final HttpClient requests;
  private final HttpClient streams;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<Upstream, Breaker> breakers = new ConcurrentHashMap<>();
  private final UpstreamConfig upstreams;

  Forwarder(Vertx vertx, ForwardingConfig config, UpstreamConfig upstreams) {
    this.vertx = vertx;
    this.config = config;
    this.upstreams = upstreams;
    this.requests = vertx.createHttpClient(options(config.connections()));
    this.streams = vertx.createHttpClient(options(config.streams()));
  }

  /** Requests that are not answered yet, event streams not counted. */
  public int underWay() {
    return underWay.get();
  }

  private HttpClientOptions options(int connections) {
    return new HttpClientOptions()
        .setMaxPoolSize(connections)
        .setMaxWaitQueueSize(connections * 2)
        .setConnectTimeout((int) config.connectTimeout().dividedBy(2).toMillis())
        .setIdleTimeout((int) config.idleTimeout().toSeconds())
        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
        .setDecompressionSupported(false)
        .setTcpNoDelay(true);
  }

  private RequestOptions origin(URI base) {
    boolean tls = "https".equals(base.getScheme());
    int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
    return new RequestOptions()
        .setHost(base.getHost())
        .setPort(port)
        .setSsl(tls)
        .setConnectTimeout(config.connectTimeout().toMillis());
  }

  private Breaker breaker(Upstream upstream) {
    return new Breaker(config.breakerTimeouts(), config.breakerPause(), System::nanoTime);
  }

  /** Carries a request to its service and the answer, or a problem, back. */
  public void forward(Visit visit, Route route) {
    Breaker breaker = breakers.computeIfAbsent(route.upstream(), this::breaker);
    if (!breaker.admits()) {
      visit.refuse(visit.refusal(Problem.UNAVAILABLE, config.retryAfter()));
      return;
    }
    RequestOptions origin = origin(upstreams.of(route.upstream()));
    Passage passage = new Passage(vertx, config, visit, route, origin, breaker);
    if (!route.streaming()) {
      underWay.incrementAndGet();
      passage.whenOver(underWay::decrementAndGet);
    }
    HttpProxy.reverseProxy(OPTIONS, route.streaming() ? streams : requests)
        .origin(passage)
        .addInterceptor(passage)
        .handle(visit.request());
  }
}
