package org.fapiaosuite.notification.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered to one command.
 *
 * @param code the three digits of RFC 5321
 * @param status the enhanced status code of RFC 3463, for example {@code 5.1.1}, where given
 * @param text the server's words, printable ASCII only
 */
public record SmtpReply(int code, @Nullable String status, String text) {
  private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: |$)");
  private static final int LONGEST_TEXT = 300;

  static SmtpReply of(int code, String words) {
    String text = words.replaceAll("[^\\x20-\\x7e]+", " ").strip();
    Matcher enhanced = ENHANCED.matcher(text);
    return new SmtpReply(
        code,
        enhanced.lookingAt() ? enhanced.group(1) : null,
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  /** 2xx: done. */
  public boolean isDone() {
    return code / 100 == 2;
  }

  /** 5xx: asking again will not help. */
  public boolean isPermanent() {
    return code / 100 == 5;
  }

  /** The server closes or is about to (RFC 5321 section 3.8). */
  boolean isClosing() {
    return code == 421;
  }

  /**
   * Whether a refusal says that the mailbox itself does not exist. Without an enhanced code 550,
   * 551 and 553 say so; 552 (full) and 554 (this mail, not this mailbox) never do.
   */
  public boolean saysNoSuchMailbox() {
    if (status != null) {
      return status.startsWith("5.1.");
    }
    return code == 550 || code == 551 || code == 553;
  }

  /** Code and words in one line, for the staff who look into a failure. */
  public String line() {
    return text.isEmpty() ? String.valueOf(code) : code + " " + text;
  }
}
