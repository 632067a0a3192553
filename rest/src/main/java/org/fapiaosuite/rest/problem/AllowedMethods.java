package org.fapiaosuite.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Tells, with each 405, which methods the address does take (RFC 9110, 15.5.6): the framework
 * leaves the header out.
 */
class AllowedMethods {

  /** Before the mapper that comes with the problems' library. */
  private static final int FIRST = 1;

  private final ProblemRenderer renderer;

  AllowedMethods(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException refused, UriInfo uri) {
    return notAllowed(uri, ofRequest());
  }

  /**
   * Where several resources begin alike, the framework finds nothing for a method that none of them
   * takes, although it would for another.
   */
  @ServerExceptionMapper(priority = FIRST)
  Response notFound(NotFoundException absent, UriInfo uri) {
    Set<String> methods = ofRequest();
    String asked = CurrentRequestManager.get().getMethod();
    if (methods.size() > 1 && !methods.contains(asked)) {
      return notAllowed(uri, methods);
    }
    HttpProblem problem = HttpProblem.valueOf(Response.Status.NOT_FOUND);
    return renderer.apply(problem, ProblemContext.of(absent, uri)).toResponse();
  }

  private Response notAllowed(UriInfo uri, Set<String> methods) {
    ProblemException problem = StandardProblem.METHOD_NOT_ALLOWED.with();
    return Response.fromResponse(
            renderer.apply(problem, ProblemContext.of(problem, uri)).toResponse())
        .header(HttpHeaders.ALLOW, String.join(", ", methods))
        .build();
  }

  /** The methods of every resource that the path leads to, and OPTIONS. */
  private static Set<String> ofRequest() {
    ResteasyReactiveRequestContext context = CurrentRequestManager.get();
    String path = context.getPathWithoutPrefix();
    RequestMapper<InitialMatch> resources =
        new RequestMapper<>(context.getDeployment().getClassMappers());
    Set<String> methods = new TreeSet<>();
    RequestMapper.RequestMatch<InitialMatch> match = resources.map(path);
    while (match != null) {
      for (ServerRestHandler handler : match.value.handlers) {
        if (handler instanceof ClassRoutingHandler routes) {
          addMethods(routes, match.remaining.isEmpty() ? "/" : match.remaining, methods);
        }
      }
      match = resources.continueMatching(path, match);
    }
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    methods.add(HttpMethod.OPTIONS);
    return methods;
  }

  private static void addMethods(ClassRoutingHandler routes, String rest, Set<String> methods) {
    routes
        .getMappers()
        .forEach(
            (method, paths) -> {
              if (method != null && paths.map(rest) != null) {
                methods.add(method);
              }
            });
  }
}
