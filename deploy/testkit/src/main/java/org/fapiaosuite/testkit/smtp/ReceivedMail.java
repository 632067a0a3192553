package org.fapiaosuite.testkit.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that the server took: after the final dot it decided for it, whether or not the sender got
 * to hear so.
 *
 * @param raw as received, dots undoubled, lines ending in CRLF
 * @param encrypted whether it came over an encrypted connection
 * @param told whether the 250 was sent
 */
public record ReceivedMail(String from, String to, String raw, boolean encrypted, boolean told) {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID: <([^>]+)>\r?$", Pattern.MULTILINE);

  /** Without the angle brackets. */
  public String messageId() {
    Matcher matcher = MESSAGE_ID.matcher(raw);
    if (!matcher.find()) {
      throw new AssertionError("mail has no Message-ID: " + raw);
    }
    return matcher.group(1);
  }
}
