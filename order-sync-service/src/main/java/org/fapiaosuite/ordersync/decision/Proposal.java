package org.fapiaosuite.ordersync.decision;

import java.time.Instant;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would do with an order that is held.
 *
 * @param heldFor why the order was held when it was proposed
 * @param mend of a {@link Kind#MEND} only
 * @param reason of a {@link Kind#RELEASE} only
 * @param by account of who proposes it
 */
public record Proposal(
    Kind kind,
    HoldReason heldFor,
    @Nullable Mend mend,
    @Nullable String reason,
    String by,
    Instant at) {

  /** What can be done with an order that is held. */
  public enum Kind {
    /** What describes it is put right. */
    MEND,
    /** It is released although what it is held for has not gone. */
    RELEASE
  }
}
