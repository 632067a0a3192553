package org.fapiaosuite.ordersync.decision;

import java.util.Set;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * All that was decided about one order.
 *
 * @param mended null when nothing was
 * @param released what it is not held for any more
 */
public record Decided(@Nullable Mend mended, Set<HoldReason> released) {

  /** Nothing. */
  public static final Decided NOTHING = new Decided(null, Set.of());

  /** What was told, with what was put right. */
  public @Nullable OrderDetails details(@Nullable OrderDetails told) {
    return mended == null ? told : mended.details().orElse(told);
  }

  /** Whether it needs no statement any more to be invoiced. */
  public boolean isReleased() {
    return !released.isEmpty();
  }
}
