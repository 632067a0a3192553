package org.fapiaosuite.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue; its texts are chosen when it is rendered. */
public final class ProblemException extends HttpProblem {

  private static final long serialVersionUID = 1L;

  private final ProblemType problem;
  private final transient Object[] arguments;
  private final transient List<Violation> violations = new ArrayList<>();
  private @Nullable Duration retryAfter;
  private @Nullable String state;

  ProblemException(ProblemType problem, Object... arguments) {
    super(builder().withStatus(problem.status()).withTitle(problem.slug()));
    this.problem = problem;
    this.arguments = arguments;
  }

  /** Names a field and what is wrong with it; the message is a key of the problems bundle. */
  public ProblemException violation(String field, String messageKey, Object... messageArguments) {
    violations.add(new Violation(field, messageKey, List.of(messageArguments)));
    return this;
  }

  /** Tells the caller when it makes sense to try again, in whole seconds, rounded up. */
  public ProblemException retryAfter(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  /** Names the state that stands against the request, as the member {@code state}. */
  public ProblemException state(Enum<?> present) {
    this.state = present.name();
    return this;
  }

  /** The entry of the catalogue. */
  public ProblemType problem() {
    return problem;
  }

  Object[] arguments() {
    return arguments.clone();
  }

  /** What was named so far. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Nullable String state() {
    return state;
  }

  /** A field of the request and the bundle key of what is wrong with it. */
  public record Violation(String field, String messageKey, List<Object> arguments) {}
}
