package org.fapiaosuite.simulator.deliveries;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs {@code id.timestamp.body} as Standard Webhooks 1.0.0 says, once with each of its keys, as
 * while a key rotates: {@code v1} is HMAC-SHA256 (keys {@code whsec_<base64>}), {@code v1a} is
 * Ed25519 (keys {@code whsk_<base64 of the 32 bytes>}).
 */
public final class Signer {

  /** What stands before the 32 bytes of an Ed25519 key in its PKCS#8 form (RFC 8410). */
  private static final byte[] PKCS8_HEAD =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final int ED25519_BYTES = 32;

  /** One key: its scheme and how it signs. */
  private interface Key {
    String scheme();

    byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException;
  }

  private record Hmac(SecretKeySpec secret) implements Key {
    @Override
    public String scheme() {
      return "v1";
    }

    @Override
    public byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update(head);
      return mac.doFinal(body);
    }
  }

  private record Ed25519(PrivateKey key) implements Key {
    @Override
    public String scheme() {
      return "v1a";
    }

    @Override
    public byte[] sign(byte[] head, byte[] body) throws GeneralSecurityException {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(head);
      signature.update(body);
      return signature.sign();
    }
  }

  private final List<Key> keys;

  /**
   * A signer with these keys.
   *
   * @throws IllegalArgumentException for what is no key
   */
  public Signer(List<String> keys) {
    this.keys = keys.stream().map(Signer::key).toList();
  }

  private static Key key(String text) {
    String base64 = text.substring(text.indexOf('_') + 1);
    byte[] bytes = Base64.getDecoder().decode(base64);
    return text.startsWith("whsk_") ? ed25519(bytes) : hmac(bytes);
  }

  private static Key hmac(byte[] bytes) {
    return new Hmac(new SecretKeySpec(bytes, "HmacSHA256"));
  }

  private static Key ed25519(byte[] bytes) {
    byte[] seed = Arrays.copyOf(bytes, ED25519_BYTES);
    byte[] pkcs8 = Arrays.copyOf(PKCS8_HEAD, PKCS8_HEAD.length + ED25519_BYTES);
    System.arraycopy(seed, 0, pkcs8, PKCS8_HEAD.length, ED25519_BYTES);
    try {
      return new Ed25519(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException notAKey) {
      throw new IllegalArgumentException("not an Ed25519 key", notAKey);
    }
  }

  /** The value of the header {@code webhook-signature}. */
  public String sign(String id, long timestamp, byte[] body) {
    byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> key.scheme() + ',' + Base64.getEncoder().encodeToString(sign(key, head, body)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] sign(Key key, byte[] head, byte[] body) {
    try {
      return key.sign(head, body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
