package org.fapiaosuite.messaging.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.UnreadableEventException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are no longer believed: those of one session, or those of one account that are older
 * than an epoch.
 *
 * @param subject id of the session or of the account
 * @param epoch tokens of the subject with a lower epoch are refused
 * @param until when the last of them has expired by itself
 */
record Revocation(UUID subject, long epoch, Instant until) {

  private static final long EVERY_EPOCH = Long.MAX_VALUE;

  /** What {@code account.session-ended.v1} says here. */
  record SessionEnded(@Nullable UUID sessionId) {}

  /** What {@code account.epoch-raised.v1} says here. */
  record EpochRaised(@Nullable UUID accountId, long epoch) {}

  /**
   * What an event of account-service takes back; empty for an event about something else.
   *
   * @param kept how long after the event a token may still live
   * @throws UnreadableEventException when its payload has another shape
   */
  static Optional<Revocation> of(IncomingEvent event, Duration kept) {
    Instant until = event.time().plus(kept);
    return switch (event.type()) {
      case "account.session-ended.v1" -> {
        UUID session = event.dataAs(SessionEnded.class).sessionId();
        yield Optional.of(new Revocation(present(session), EVERY_EPOCH, until));
      }
      case "account.epoch-raised.v1" -> {
        EpochRaised raised = event.dataAs(EpochRaised.class);
        yield Optional.of(new Revocation(present(raised.accountId()), raised.epoch(), until));
      }
      default -> Optional.empty();
    };
  }

  private static UUID present(@Nullable UUID subject) {
    if (subject == null) {
      throw new UnreadableEventException("nobody is named", null);
    }
    return subject;
  }

  /** The two of one subject together. */
  Revocation and(Revocation other) {
    return new Revocation(
        subject, Math.max(epoch, other.epoch), until.isAfter(other.until) ? until : other.until);
  }
}
