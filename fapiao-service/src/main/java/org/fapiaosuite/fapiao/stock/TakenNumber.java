package org.fapiaosuite.fapiao.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that is not free.
 *
 * @param application whom it is held for or was issued to; null for a spoilt copy
 */
record TakenNumber(UUID range, String code, long number, State state, @Nullable UUID application) {

  /** Why it is not free. */
  enum State {
    /** Kept for an accepted application. */
    HELD,
    /** Stands on a Fapiao. */
    ISSUED,
    /** The copy cannot be used. */
    SPOILT
  }

  PrintedNumber printed() {
    return PrintedNumber.of(code, number);
  }
}
