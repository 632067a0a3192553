package org.fapiaosuite.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent. The event that causes it and its kind make it what it is: the same pair again
 * is the same mail.
 *
 * @param eventId the event it tells of
 * @param accountId whose address it goes to, null when the address is given
 * @param address where to, null when the account decides at the moment of sending
 * @param locale BCP 47, null when the account decides or nobody knows
 * @param subjectId what the owner of its secret knows it by, null without a secret
 */
public record NewDelivery(
    String eventId,
    MailKind kind,
    @Nullable String accountId,
    @Nullable String address,
    @Nullable String locale,
    @Nullable String subjectId,
    Facts facts) {

  public NewDelivery {
    if ((accountId == null) == (address == null)) {
      throw new IllegalArgumentException("a mail goes to an account or to an address");
    }
    if (kind.secret().isPresent() != (subjectId != null)) {
      throw new IllegalArgumentException("a subject goes with a secret");
    }
  }

  /** A mail to whatever address the account has when it is sent. */
  public static NewDelivery toAccount(
      String eventId, MailKind kind, String accountId, @Nullable String subjectId, Facts facts) {
    return new NewDelivery(eventId, kind, accountId, null, null, subjectId, facts);
  }

  /** A mail to an address. */
  public static NewDelivery toAddress(
      String eventId,
      MailKind kind,
      String address,
      @Nullable String locale,
      @Nullable String subjectId,
      Facts facts) {
    return new NewDelivery(eventId, kind, null, address, locale, subjectId, facts);
  }

  /** The left-hand side of the Message-ID, the same for the same mail. */
  String messageKey() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + "\n" + eventId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
