package org.fapiaosuite.notification.smtp;

import org.jspecify.annotations.Nullable;

/** The server does not take mail at present: unreachable, not greeting, or not letting us in. */
final class ServerAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable SmtpReply reply;

  ServerAwayException(String message, @Nullable SmtpReply reply) {
    super(message);
    this.reply = reply;
  }

  ServerAwayException(String message, Throwable cause) {
    super(message, cause);
    this.reply = null;
  }

  @Nullable SmtpReply reply() {
    return reply;
  }
}
