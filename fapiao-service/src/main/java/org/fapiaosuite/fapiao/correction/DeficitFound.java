package org.fapiaosuite.fapiao.correction;

import java.util.List;
import org.fapiaosuite.fapiao.money.Amount;

/**
 * {@code fapiao.deficit-found.v1}: more stands on valid Fapiao of these orders than was paid and
 * not refunded; told once for each amount of a bill, together for all that are found at once.
 *
 * @param amount the sum of what is too much, tax included
 * @param orderNumbers at most {@value #MOST_ORDERS}
 */
public record DeficitFound(Amount amount, List<String> orderNumbers) {

  /** The type under which others hear of it. */
  public static final String TYPE = "fapiao.deficit-found.v1";

  static final int MOST_ORDERS = 20;
}
