package org.fapiaosuite.gateway.edge;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.gateway.cors.Cors;
import org.fapiaosuite.gateway.forwarding.Forwarder;
import org.fapiaosuite.gateway.index.ApiIndex;
import org.fapiaosuite.gateway.limits.Caller;
import org.fapiaosuite.gateway.limits.Limit;
import org.fapiaosuite.gateway.limits.RateLimits;
import org.fapiaosuite.gateway.pages.Pages;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.routing.Route;
import org.fapiaosuite.gateway.routing.Routes;
import org.fapiaosuite.gateway.trace.TraceParent;
import org.fapiaosuite.gateway.visit.SecurityHeaders;
import org.fapiaosuite.gateway.visit.Visit;
import org.jboss.logging.Logger;

/**
 * What happens to a request, in this order: rules of form, origin, route, size of its body, limits;
 * then it is carried to its service, or answered here.
 */
@ApplicationScoped
class Entrance implements Handler<HttpServerRequest> {

  private static final Logger LOG = Logger.getLogger(Entrance.class);

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final ClientAddress clients;
  private final Cors cors;
  private final RateLimits limits;
  private final Forwarder forwarder;
  private final ApiIndex index;
  private final Pages pages;
  private final Traffic traffic;

  Entrance(
      ClientAddress clients,
      Cors cors,
      RateLimits limits,
      Forwarder forwarder,
      ApiIndex index,
      Pages pages,
      Traffic traffic) {
    this.clients = clients;
    this.cors = cors;
    this.limits = limits;
    this.forwarder = forwarder;
    this.index = index;
    this.pages = pages;
    this.traffic = traffic;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Visit visit = visit(request);
    try {
      Problem broken = RequestRules.broken(request);
      if (broken == Problem.METHOD_NOT_ALLOWED) {
        request.response().putHeader(HttpHeaders.ALLOW, RequestRules.METHODS);
      }
      if (broken != null) {
        visit.refuse(broken);
        return;
      }
      visit.clean();
      admit(visit);
    } catch (RuntimeException ours) {
      LOG.errorf(ours, "a request failed traceId=%s", visit.trace().traceId());
      visit.refuse(Problem.INTERNAL);
    }
  }

  /** Answers what could not even be read as HTTP. */
  void handleUnreadable(HttpServerRequest request) {
    Visit visit = visit(request);
    DecoderResult result = request.decoderResult();
    Throwable cause = result.cause();
    if (cause instanceof TooLongHttpLineException) {
      visit.refuse(Problem.URI_TOO_LONG);
    } else if (cause instanceof TooLongHttpHeaderException) {
      visit.refuse(Problem.HEADERS_TOO_LARGE);
    } else {
      visit.refuse(Problem.UNREADABLE);
    }
  }

  private Visit visit(HttpServerRequest request) {
    SecurityHeaders.add(request.response());
    TraceParent trace = TraceParent.of(request.getHeader("traceparent"));
    Visit visit = new Visit(request, trace, clients.of(request));
    traffic.count(visit);
    return visit;
  }

  private void admit(Visit visit) {
    String path = visit.path();
    if (isManagement(path)) {
      answerHere(visit);
      return;
    }
    boolean sameOriginOrAdmitted = cors.admit(visit.request());
    if (cors.isPreflight(visit.request())) {
      if (sameOriginOrAdmitted) {
        cors.answerPreflight(visit.request());
      } else {
        visit.refuse(Problem.FORBIDDEN_ORIGIN);
      }
      return;
    }
    Optional<Route> route = Routes.find(path);
    if (!isWithinLimits(visit, route)) {
      return;
    }
    if (route.isEmpty()) {
      answerHere(visit);
    } else if (announcesMoreThan(visit.request(), route.get().maxBodyBytes())) {
      int kib = route.get().maxBodyBytes() / 1024;
      visit.refuse(visit.refusal(Problem.TOO_LARGE, null, kib));
    } else {
      forwarder.forward(visit, route.get());
    }
  }

  private static boolean announcesMoreThan(HttpServerRequest request, int most) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && (length.length() > 18 || Long.parseLong(length) > most);
  }

  private boolean isWithinLimits(Visit visit, Optional<Route> route) {
    HttpMethod method = visit.request().method();
    Limit limit = route.map(known -> known.limit(method)).orElse(Limit.GENERAL);
    for (Caller caller : Caller.of(limit, visit)) {
      RateLimits.Count count = limits.count(caller.limit(), caller.name());
      visit.request().response().putHeader("RateLimit", count.state());
      visit.request().response().putHeader("RateLimit-Policy", count.policy());
      if (!count.allowed()) {
        visit.refuse(visit.refusal(Problem.TOO_MANY_REQUESTS, count.pause()));
        return false;
      }
    }
    return true;
  }

  private void answerHere(Visit visit) {
    String path = visit.path();
    if (!READING.contains(visit.request().method())) {
      visit.refuse(Problem.NOT_FOUND);
    } else if (isManagement(path)) {
      VertxHttpRecorder.getRootHandler().handle(visit.request());
    } else if (isNobodysBusiness(path)) {
      visit.refuse(Problem.NOT_FOUND);
    } else if (path.equals("/api")) {
      index.answer(visit);
    } else {
      pages.answer(visit);
    }
  }

  private static boolean isManagement(String path) {
    return path.equals("/q/metrics") || path.startsWith("/q/health");
  }

  private static boolean isNobodysBusiness(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/internal")
        || path.startsWith("/.well-known")
        || path.equals("/q")
        || path.startsWith("/q/");
  }
}
