package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A push by the rules of Standard Webhooks, for what no simulator of ours would send. */
final class PlatformPush {
  private static final String PATH = "/api/v1/platforms/simulator/events";

  private PlatformPush() {}

  /** Sends what the platform itself would have signed just now. */
  static Http.Answer send(Suite suite, String id, Instant now, String body) {
    return send(suite, id, now, suite.platformSecret(), body, null);
  }

  /** The same, with many events in one envelope. */
  static Http.Answer sendBatch(Suite suite, String id, Instant now, String body) {
    return post(suite, PATH + "/batch", id, now, suite.platformSecret(), body, body);
  }

  /** Signs one body and sends another; the same where the other is null. */
  static Http.Answer send(
      Suite suite, String id, Instant at, String secret, String signed, @Nullable String sent) {
    return post(suite, PATH, id, at, secret, signed, sent == null ? signed : sent);
  }

  private static Http.Answer post(
      Suite suite, String path, String id, Instant at, String secret, String signed, String sent) {
    String content = id + "." + at.getEpochSecond() + "." + signed;
    return suite
        .gateway()
        .with("webhook-id", id)
        .with("webhook-timestamp", String.valueOf(at.getEpochSecond()))
        .with("webhook-signature", "v1," + hmac(secret, content))
        .post(path, sent);
  }

  private static String hmac(String secret, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
