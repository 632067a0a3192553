package org.fapiaosuite.notification.smtp;

import org.jspecify.annotations.Nullable;

/**
 * How handing over one mail ended.
 *
 * @param outcome what it means for the mail
 * @param reply the server's last reply, where there was one
 * @param recipientRefused whether the reply was about the recipient, not about the mail
 * @param detail in a few words, for the staff: what was going on; never an address or a text
 */
public record SendResult(
    Outcome outcome, @Nullable SmtpReply reply, boolean recipientRefused, String detail) {

  /** What the end of a conversation means for the mail. */
  public enum Outcome {
    /** The server has it (250 after the final dot). */
    ACCEPTED,
    /** 4xx: the same mail may pass later. */
    REFUSED_FOR_NOW,
    /** 5xx: the same mail never passes. */
    REFUSED_FOR_GOOD,
    /** The connection ended before the final dot: the server cannot have taken it. */
    BROKEN,
    /** The final dot was sent and no reply came: the server may have taken it. */
    UNANSWERED,
    /** The server takes no mail at all now, this one was not offered. */
    SERVER_AWAY
  }

  static SendResult accepted(SmtpReply reply) {
    return new SendResult(Outcome.ACCEPTED, reply, false, "accepted");
  }

  static SendResult refused(SmtpReply reply, String command) {
    return new SendResult(
        reply.isPermanent() ? Outcome.REFUSED_FOR_GOOD : Outcome.REFUSED_FOR_NOW,
        reply,
        command.equals("RCPT"),
        "refused after " + command);
  }

  static SendResult broken(String detail) {
    return new SendResult(Outcome.BROKEN, null, false, detail);
  }

  static SendResult unanswered(String detail) {
    return new SendResult(Outcome.UNANSWERED, null, false, detail);
  }

  static SendResult serverAway(@Nullable SmtpReply reply, String detail) {
    return new SendResult(Outcome.SERVER_AWAY, reply, false, detail);
  }
}
