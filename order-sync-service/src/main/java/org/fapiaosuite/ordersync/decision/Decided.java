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

  /** Whether it is not held for this any more. A release is for one reason and for no other. */
  public boolean isReleasedFrom(HoldReason reason) {
    return released.contains(reason);
  }
}
