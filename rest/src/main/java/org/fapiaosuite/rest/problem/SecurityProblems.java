package org.fapiaosuite.rest.problem;

import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a missing or bad token as the problem it is. The extension's own mapper is of an older
 * Quarkus and fails on this one.
 */
class SecurityProblems {

  private static final int BEFORE_THE_EXTENSION = Priorities.AUTHENTICATION - 100;

  private final ProblemRenderer renderer;

  SecurityProblems(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  @ServerExceptionMapper(
      value = {UnauthorizedException.class, AuthenticationFailedException.class},
      priority = BEFORE_THE_EXTENSION)
  Response unauthenticated(UriInfo uri) {
    ProblemException problem = StandardProblem.UNAUTHENTICATED.with();
    return Response.fromResponse(
            renderer.apply(problem, ProblemContext.of(problem, uri)).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
