package org.fapiaosuite.gateway.pages;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.trace.TraceParent;
import org.fapiaosuite.gateway.visit.SecurityHeaders;
import org.fapiaosuite.gateway.visit.Visit;

/**
 * The portal is one page whose script shows the right part of it: every address that a browser
 * navigates to and that is no file is answered with that page. Where the portal is not packaged,
 * there is nothing.
 */
@ApplicationScoped
class Pages {

  private static final String PAGE = "/index.html";

  /** The build puts a hash of the content into the names of these files. */
  private static final String HASHED = "/assets/";

  private static final int BEFORE_ALL = Integer.MIN_VALUE + 10;

  private final boolean packaged =
      Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + PAGE)
          != null;

  void register(@Observes Router router) {
    router.route().order(BEFORE_ALL).handler(Pages::prepare);
    router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(this::otherwise);
  }

  private static void prepare(RoutingContext context) {
    String path = context.request().path();
    if (!path.startsWith("/q/")) {
      // once more, since going on to the page drops what was set before
      SecurityHeaders.add(context.response());
      SecurityHeaders.allowPages(context.response());
      if (!path.startsWith(HASHED)) {
        // a file server's default would let browsers keep a page for a day after an update
        context.addHeadersEndHandler(
            sent -> context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
      }
    }
    context.next();
  }

  private void otherwise(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
    if (packaged && !isFile && isNavigation(request)) {
      context.reroute(PAGE);
      return;
    }
    SecurityHeaders.add(context.response());
    new Visit(request, TraceParent.of(request.getHeader("traceparent")), "")
        .refuse(Problem.NOT_FOUND);
  }

  private static boolean isNavigation(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.equals(request.method())
        && accepted != null
        && accepted.contains("text/html");
  }
}
