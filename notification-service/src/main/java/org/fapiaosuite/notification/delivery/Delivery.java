package org.fapiaosuite.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * One mail that this process holds the lease of.
 *
 * @param address where to, null while the account's address is not known
 * @param locale the reader's language, null when unknown
 * @param suppressed whether the address bounced before
 * @param subjectId what the owner of the secret knows it by
 * @param before the state it was claimed in
 * @param attempts times it was offered to the server
 * @param waits times something was missing in a row
 * @param lease proof that this process, and no other, may settle it
 */
record Delivery(
    UUID id,
    MailKind kind,
    String messageId,
    @Nullable String address,
    @Nullable String locale,
    boolean suppressed,
    @Nullable String subjectId,
    Facts facts,
    DeliveryState before,
    int attempts,
    int waits,
    Instant giveUpAt,
    UUID lease) {

  /** What becomes of the delivery after a try. */
  Settlement settle(Ending ending, RetryPlan plan, Instant now) {
    return switch (ending.type()) {
      case ACCEPTED -> done(DeliveryState.SENT, attempts + 1, ending);
      case HOPELESS ->
          done(
              DeliveryState.PERMANENT_FAILURE,
              ending.reason() == Reason.REFUSED ? attempts + 1 : attempts,
              ending);
      case NOT_WANTED -> done(DeliveryState.DROPPED, attempts, ending);
      case FAILED -> again(failedState(), attempts + 1, 0, ending, plan, now);
      case AMBIGUOUS -> again(DeliveryState.UNKNOWN, attempts + 1, 0, ending, plan, now);
      case NOT_READY -> again(before, attempts, waits + 1, ending, plan, now);
      case NOT_OFFERED -> new Settlement(this, before, ending, now, attempts, waits);
    };
  }

  /** Once perhaps taken, always perhaps taken. */
  private DeliveryState failedState() {
    return before == DeliveryState.UNKNOWN
        ? DeliveryState.UNKNOWN
        : DeliveryState.TEMPORARY_FAILURE;
  }

  private Settlement done(DeliveryState state, int attempts, Ending ending) {
    return new Settlement(this, state, ending, null, attempts, waits);
  }

  /** Tried again by plan, for the last time when it is to be given up, and then no more. */
  private Settlement again(
      DeliveryState state, int attempts, int waits, Ending ending, RetryPlan plan, Instant now) {
    if (!now.isBefore(giveUpAt)) {
      Ending givenUp = new Ending(ending.type(), Reason.GAVE_UP, ending.reply(), null);
      return new Settlement(this, DeliveryState.PERMANENT_FAILURE, givenUp, null, attempts, waits);
    }
    Instant planned =
        ending.notBefore() != null
            ? ending.notBefore()
            : ending.type() == Ending.Type.NOT_READY
                ? plan.afterWait(waits, ending.reason(), now)
                : plan.afterFailure(attempts, now);
    Instant next = planned.isBefore(giveUpAt) ? planned : giveUpAt;
    return new Settlement(this, state, ending, next, attempts, waits);
  }

  /**
   * The state after a try.
   *
   * @param nextAttemptAt null exactly when the state is final
   */
  record Settlement(
      Delivery delivery,
      DeliveryState state,
      Ending ending,
      @Nullable Instant nextAttemptAt,
      int attempts,
      int waits) {}
}
