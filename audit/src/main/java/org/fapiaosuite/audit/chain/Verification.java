package org.fapiaosuite.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a chain found.
 *
 * @param rows sealed entries that are as they were sealed, from the first on
 * @param verifiedUpTo when the last of them was written; null when there is none
 * @param anchor place and hash of the last of them, {@code <position>:<hash>}
 * @param waiting entries that were written and not sealed yet
 * @param firstBroken where the chain breaks, null when it is whole
 */
public record Verification(
    long rows,
    @Nullable Instant verifiedUpTo,
    String anchor,
    long waiting,
    @Nullable Broken firstBroken) {

  /**
   * The first entry that is not as it was sealed.
   *
   * @param position its place in the chain; 0 for an entry that never got one
   * @param entry its id; 0 when the seal is gone too, so that nothing tells it
   */
  public record Broken(long position, long entry, Finding finding) {}

  /** What is wrong with an entry. */
  public enum Finding {
    /** The entry, its place or something before it is not as it was sealed. */
    CHANGED,
    /** The entry was removed, or it was sealed and its seal was removed. */
    REMOVED,
    /** The entry was written past the trail: it is neither sealed nor waiting for it. */
    UNSEALED,
    /** The chain ends before, or differs at, the anchor that was given. */
    ANCHOR
  }
}
