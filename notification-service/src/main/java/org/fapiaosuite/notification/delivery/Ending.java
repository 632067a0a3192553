package org.fapiaosuite.notification.delivery;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fapiaosuite.notification.smtp.SendResult;
import org.fapiaosuite.notification.smtp.SmtpReply;
import org.jspecify.annotations.Nullable;

/**
 * How one try to send a mail ended.
 *
 * @param type what follows from it
 * @param reason null when accepted
 * @param reply the server's words, where it said some
 * @param notBefore earliest next try, where the reason knows it
 */
record Ending(
    Type type, @Nullable Reason reason, @Nullable String reply, @Nullable Instant notBefore) {

  /** What follows for the delivery. */
  enum Type {
    /** Done. */
    ACCEPTED,
    /** Tried, to be tried again by schedule. */
    FAILED,
    /** Tried, perhaps taken, to be tried again by schedule. */
    AMBIGUOUS,
    /** Tried or not, never to be tried again. */
    HOPELESS,
    /** Not offered to the server: something it needs is missing. */
    NOT_READY,
    /**
     * Not offered: the server, or the owner of secrets, is away, which is not this mail's fault.
     */
    NOT_OFFERED,
    /** Not to be offered any more. */
    NOT_WANTED
  }

  static Ending notReady(Reason reason) {
    return new Ending(Type.NOT_READY, reason, null, null);
  }

  static Ending notOffered(Reason reason) {
    return new Ending(Type.NOT_OFFERED, reason, null, null);
  }

  static Ending notBefore(Instant moment, Reason reason) {
    return new Ending(Type.NOT_READY, reason, null, moment);
  }

  static Ending notWanted() {
    return new Ending(Type.NOT_WANTED, Reason.NOT_WANTED, null, null);
  }

  static Ending hopeless(Reason reason) {
    return new Ending(Type.HOPELESS, reason, null, null);
  }

  /** The same ending without the mail's secret, should the server have quoted a line with it. */
  Ending without(@Nullable String secret) {
    if (secret == null || reply == null) {
      return this;
    }
    String inAnyGroups =
        secret
            .chars()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining("-?"));
    return new Ending(type, reason, reply.replaceAll(inAnyGroups, "[secret]"), notBefore);
  }

  static Ending of(SendResult result) {
    SmtpReply reply = result.reply();
    String words = reply == null ? result.detail() : reply.line();
    return switch (result.outcome()) {
      case ACCEPTED -> new Ending(Type.ACCEPTED, null, words, null);
      case REFUSED_FOR_NOW -> new Ending(Type.FAILED, Reason.REFUSED, words, null);
      case REFUSED_FOR_GOOD -> new Ending(Type.HOPELESS, Reason.REFUSED, words, null);
      case BROKEN -> new Ending(Type.FAILED, Reason.CONNECTION_BROKEN, words, null);
      case UNANSWERED -> new Ending(Type.AMBIGUOUS, Reason.NO_ANSWER, words, null);
      case SERVER_AWAY -> new Ending(Type.NOT_OFFERED, Reason.SERVER_AWAY, words, null);
    };
  }
}
