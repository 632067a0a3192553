package org.fapiaosuite.account.session;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.RoleNames;
import org.fapiaosuite.rest.problem.ProblemSource;
import org.fapiaosuite.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells somebody who came with a temporary password what they may do with it. */
@ApplicationScoped
class TemporaryTokens implements ProblemSource {

  private final SecurityIdentity identity;

  TemporaryTokens(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public @Nullable ProblemType problemOf(Throwable cause) {
    return cause instanceof ForbiddenException && identity.hasRole(RoleNames.PASSWORD_CHANGE)
        ? Problem.PASSWORD_CHANGE_REQUIRED
        : null;
  }
}
