package org.fapiaosuite.rest.problem;

import org.jspecify.annotations.Nullable;

/**
 * A service's own knowledge of what an exception means to the caller, for example a violated
 * constraint of its database. A CDI bean; asked for the exception and for each of its causes.
 */
public interface ProblemSource {

  /** The entry of the catalogue; null when this exception means nothing to it. */
  @Nullable ProblemType problemOf(Throwable cause);
}
