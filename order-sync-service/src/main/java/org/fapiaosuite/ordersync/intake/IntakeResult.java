package org.fapiaosuite.ordersync.intake;

import java.util.Map;
import org.fapiaosuite.ordersync.fact.UnacceptableException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one push.
 *
 * @param refusal with {@link Outcome#REFUSED} only
 */
record IntakeResult(
    PushKey key, String bodyHash, Outcome outcome, @Nullable UnacceptableException refusal) {

  /** What became of a push. */
  enum Outcome {
    /** Taken; the order follows within seconds. */
    ACCEPTED,
    /** Taken and kept, but of a type that we know nothing of. */
    IGNORED,
    /** Taken before: no effect. */
    DUPLICATE,
    /** The same id was taken before with another body. */
    CHANGED,
    /** Well signed, but no event that can be read. */
    UNREADABLE,
    /** It cannot be true; staff find it among the refused pushes. */
    REFUSED
  }

  static IntakeResult pending(ReceivedPush push, IntakeRow row) {
    Outcome outcome = row.fact() == null ? Outcome.IGNORED : Outcome.ACCEPTED;
    return new IntakeResult(push.key(), push.bodyHash(), outcome, null);
  }

  /** The same id a second time in one batch; its body is held against the first one's later. */
  static IntakeResult repeated(ReceivedPush push) {
    return new IntakeResult(push.key(), push.bodyHash(), Outcome.DUPLICATE, null);
  }

  static IntakeResult refused(ReceivedPush push, UnacceptableException refusal) {
    return new IntakeResult(push.key(), push.bodyHash(), Outcome.REFUSED, refusal);
  }

  static IntakeResult unreadable(ReceivedPush push) {
    return new IntakeResult(push.key(), push.bodyHash(), Outcome.UNREADABLE, null);
  }

  /** The final outcome, given what the database knew of the ids. */
  IntakeResult settled(Map<PushKey, IntakeStatement.Seen> known) {
    IntakeStatement.Seen seen = known.get(key);
    if (seen == null || outcome == Outcome.REFUSED || outcome == Outcome.UNREADABLE) {
      return this;
    }
    if (!seen.bodyHash().equals(bodyHash)) {
      return new IntakeResult(key, bodyHash, Outcome.CHANGED, null);
    }
    return seen.repeats() == 0 ? this : new IntakeResult(key, bodyHash, Outcome.DUPLICATE, null);
  }
}
