package org.fapiaosuite.ordersync.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.fapiaosuite.ordersync.platform.VerifiedPush;

/**
 * A verified push at the moment it came in.
 *
 * @param bodyHash SHA-256 of the body, hexadecimal
 */
record ReceivedPush(
    String platform, String webhookId, byte[] body, String bodyHash, Instant receivedAt) {

  static ReceivedPush of(String platform, VerifiedPush push, Instant now) {
    return new ReceivedPush(platform, push.id(), push.body(), hash(push.body()), now);
  }

  PushKey key() {
    return new PushKey(platform, webhookId);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
