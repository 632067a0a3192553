package org.fapiaosuite.ordersync;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push by the rules of Standard Webhooks, signed here by hand.
 *
 * @param signature value of the header
 * @param body as it is sent, which need not be as it was signed
 */
public record SignedPush(
    String platform, String id, String timestamp, String signature, byte[] body) {

  /** Signed with the platform's present secret, under a new id. */
  public static SignedPush of(String body, Instant now) {
    return of("msg_" + UUID.randomUUID(), body.getBytes(UTF_8), now);
  }

  public static SignedPush of(String id, byte[] body, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    return new SignedPush(
        "simulator", id, timestamp, hmac(FakePlatform.SECRET, id, timestamp, body), body);
  }

  public static String hmac(String secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content(id, timestamp, body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of the header for this push, by an asymmetric key. */
  public String signatureBy(Ed25519Key key) {
    return key.sign(content(id, timestamp, body));
  }

  private static byte[] content(String id, String timestamp, byte[] body) {
    byte[] head = (id + '.' + timestamp + '.').getBytes(UTF_8);
    byte[] content = new byte[head.length + body.length];
    System.arraycopy(head, 0, content, 0, head.length);
    System.arraycopy(body, 0, content, head.length, body.length);
    return content;
  }

  public SignedPush withBody(String other) {
    return new SignedPush(platform, id, timestamp, signature, other.getBytes(UTF_8));
  }

  public SignedPush withSignature(String other) {
    return new SignedPush(platform, id, timestamp, other, body);
  }

  public SignedPush withTimestamp(String other) {
    return new SignedPush(platform, id, other, hmac(FakePlatform.SECRET, id, other, body), body);
  }

  public SignedPush at(String otherPlatform) {
    return new SignedPush(otherPlatform, id, timestamp, signature, body);
  }

  public Response send() {
    return send("");
  }

  /**
   * @param suffix of the path: {@code /batch} for a batch
   */
  public Response send(String suffix) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signature)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/platforms/" + platform + "/events" + suffix);
  }
}
