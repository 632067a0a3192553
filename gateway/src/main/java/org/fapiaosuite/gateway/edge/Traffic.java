package org.fapiaosuite.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fapiaosuite.gateway.routing.Route;
import org.fapiaosuite.gateway.routing.Routes;
import org.fapiaosuite.gateway.visit.Visit;

/** Counts and times answers by service and status; paths are no tags, callers choose them. */
@ApplicationScoped
class Traffic {

  private record Series(String service, int status) {}

  private final MeterRegistry registry;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  Traffic(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notes the answer of a request once it is over. */
  void count(Visit visit) {
    long start = System.nanoTime();
    HttpServerResponse response = visit.request().response();
    response.bodyEndHandler(
        sent -> {
          String service =
              Routes.find(visit.path()).map(Route::upstream).map(u -> u.slug()).orElse("gateway");
          timers
              .computeIfAbsent(new Series(service, response.getStatusCode()), this::timer)
              .record(Duration.ofNanos(System.nanoTime() - start));
        });
  }

  /** Notes an answer to what could not be read; there is no request to time. */
  void countUnreadable(int status) {
    timers.computeIfAbsent(new Series("gateway", status), this::timer).record(Duration.ZERO);
  }

  private Timer timer(Series series) {
    return Timer.builder("gateway.requests")
        .description("Answers of the gateway")
        .tag("service", series.service())
        .tag("status", Integer.toString(series.status()))
        .register(registry);
  }
}
