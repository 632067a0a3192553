package org.fapiaosuite.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fapiaosuite.gateway.cors.Cors;
import org.fapiaosuite.gateway.forwarding.Forwarder;
import org.fapiaosuite.gateway.index.ApiIndex;
import org.fapiaosuite.gateway.index.ApiReference;
import org.fapiaosuite.gateway.index.BundledApi;
import org.fapiaosuite.gateway.index.Guide;
import org.fapiaosuite.gateway.limits.Caller;
import org.fapiaosuite.gateway.limits.Limit;
import org.fapiaosuite.gateway.limits.RateLimits;
import org.fapiaosuite.gateway.pages.Pages;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.problem.Refusal;
import org.fapiaosuite.gateway.routing.Route;
import org.fapiaosuite.gateway.routing.Routes;
import org.fapiaosuite.gateway.securitytxt.SecurityTxt;
import org.fapiaosuite.gateway.trace.TraceParent;
import org.fapiaosuite.gateway.visit.SecurityHeaders;
import org.fapiaosuite.gateway.visit.Visit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, Consumer<Visit>> told;
  private final Pages pages;
  private final SecurityTxt securityTxt;
  private final Traffic traffic;

  Entrance(
      ClientAddress clients,
      Cors cors,
      RateLimits limits,
      Forwarder forwarder,
      ApiIndex index,
      BundledApi api,
      ApiReference reference,
      Guide guide,
      Pages pages,
      SecurityTxt securityTxt,
      Traffic traffic) {
    this.clients = clients;
    this.cors = cors;
    this.limits = limits;
    this.forwarder = forwarder;
    this.told =
        Map.of(
            "/api",
            index::answer,
            BundledApi.PATH,
            api::answer,
            ApiReference.PATH,
            reference::answer,
            Guide.PATH,
            guide::answer);
    this.pages = pages;
    this.securityTxt = securityTxt;
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

  /**
   * The answer to what could not even be read as HTTP.
   *
   * @param cause null for a version of HTTP that is not spoken here
   */
  HttpResponse unreadable(@Nullable Throwable cause, @Nullable String acceptLanguage) {
    Problem problem =
        cause instanceof TooLongHttpLineException
            ? Problem.URI_TOO_LONG
            : cause instanceof TooLongHttpHeaderException
                ? Problem.HEADERS_TOO_LARGE
                : Problem.UNREADABLE;
    String traceId = TraceParent.of(null).traceId();
    Refusal refusal = Refusal.of(problem, acceptLanguage, traceId, null);
    traffic.countUnreadable(problem.status());
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(problem.status()),
            Unpooled.wrappedBuffer(refusal.body().getBytes()));
    refusal.headers().forEach(response.headers()::set);
    SecurityHeaders.each(response.headers()::set);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, refusal.body().length())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
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
    if (route.isPresent() && cors.isForeign(visit.request())) {
      visit.refuse(Problem.FORBIDDEN_ORIGIN);
      return;
    }
    // Compared here, where it is known who we are; a service that still sees one refuses it.
    visit.request().headers().remove(HttpHeaders.ORIGIN);
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
    Consumer<Visit> document = told.get(path);
    boolean exists =
        document != null
            || (path.equals(SecurityTxt.PATH) && securityTxt.exists())
            || pages.has(path);
    if (!READING.contains(visit.request().method())) {
      refuseWriting(visit, exists);
    } else if (path.equals(SecurityTxt.PATH)) {
      securityTxt.answer(visit);
    } else if (document != null) {
      document.accept(visit);
    } else if (isNobodysBusiness(path)) {
      visit.refuse(Problem.NOT_FOUND);
    } else {
      pages.answer(visit);
    }
  }

  /** Nothing that is answered here can be written to. */
  private static void refuseWriting(Visit visit, boolean exists) {
    if (exists) {
      visit.request().response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
    }
    visit.refuse(exists ? Problem.METHOD_NOT_ALLOWED : Problem.NOT_FOUND);
  }

  private static boolean isNobodysBusiness(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/internal")
        || path.startsWith("/.well-known")
        || path.equals("/q")
        || path.startsWith("/q/");
  }
}
