package org.fapiaosuite.rest.strict;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * Refuses a query that names a parameter twice: two programs on the way could each take another one
 * of the values. No parameter of ours has several.
 */
@Provider
class RepeatedParameters implements ContainerRequestFilter {

  private static final int LONGEST_NAME = 100;

  @Override
  public void filter(ContainerRequestContext request) {
    ProblemException repeated = StandardProblem.VALIDATION.with();
    for (Map.Entry<String, List<String>> parameter :
        request.getUriInfo().getQueryParameters().entrySet()) {
      String name = parameter.getKey();
      if (parameter.getValue().size() > 1 && name.length() <= LONGEST_NAME) {
        repeated.violation(name, "violation.repeated");
      }
    }
    if (!repeated.violations().isEmpty()) {
      throw repeated;
    }
  }
}
