package org.fapiaosuite.fapiao.queue;

import java.time.Instant;
import java.util.List;

/**
 * {@code fapiao.promise-at-risk.v1}: applications that are due soon and not issued, told once for
 * each promise, together for all that are due at the same moment.
 *
 * @param dueAt by when they are to be issued
 * @param applications how many
 * @param orderNumbers orders of the first of them, at most {@value #MOST_ORDERS}
 */
public record PromiseAtRisk(Instant dueAt, int applications, List<String> orderNumbers) {

  /** The type under which others hear of it. */
  public static final String TYPE = "fapiao.promise-at-risk.v1";

  static final int MOST_ORDERS = 20;
}
