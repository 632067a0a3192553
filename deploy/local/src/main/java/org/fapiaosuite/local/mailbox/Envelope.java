package org.fapiaosuite.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * What SMTP said about a mail, apart from the mail itself: the sender of MAIL FROM, the recipients
 * of RCPT TO in alphabetical order, and when it came.
 */
record Envelope(String from, List<String> to, Instant receivedAt) {

  boolean isFor(String address) {
    return to.stream().anyMatch(recipient -> recipient.equalsIgnoreCase(address));
  }
}
