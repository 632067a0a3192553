package org.fapiaosuite.fapiao.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.fapiaosuite.fapiao.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}. */
public final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final String KEY = "(?=.*\\S)[\\x20-\\x7E]{1,255}";

  private IdempotencyKey() {}

  /**
   * The key of a request; null when it has none.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when it is empty, too long or there
   *     twice
   */
  public static @Nullable String of(HttpHeaders headers) {
    List<String> sent = headers.getRequestHeader(HEADER);
    if (sent == null || sent.isEmpty()) {
      return null;
    }
    if (sent.size() > 1 || !sent.get(0).matches(KEY)) {
      throw Problem.VALIDATION.with().violation(HEADER, "violation.idempotency-key");
    }
    return sent.get(0);
  }
}
