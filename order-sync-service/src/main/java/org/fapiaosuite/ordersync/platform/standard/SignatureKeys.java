package org.fapiaosuite.ordersync.platform.standard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fapiaosuite.ordersync.platform.PlatformConfig;

/**
 * The active keys of a platform, present and next, by the rules of Standard Webhooks 1.0.0: {@code
 * v1} is HMAC-SHA256, {@code v1a} is Ed25519, both over {@code id.timestamp.body}. The algorithm is
 * the key's; a signature only says which of the keys to try.
 */
final class SignatureKeys {
  private static final int MOST_SIGNATURES = 16;
  private static final int SHORTEST_SECRET = 24;

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private final List<Key> keys;

  /** One key: its scheme and how it checks. */
  private interface Key {
    String scheme();

    boolean signed(byte[] head, byte[] body, byte[] signature) throws GeneralSecurityException;
  }

  private record Hmac(SecretKeySpec secret) implements Key {
    @Override
    public String scheme() {
      return "v1";
    }

    @Override
    public boolean signed(byte[] head, byte[] body, byte[] signature)
        throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update(head);
      return MessageDigest.isEqual(mac.doFinal(body), signature);
    }
  }

  private record Ed25519(PublicKey key) implements Key {
    @Override
    public String scheme() {
      return "v1a";
    }

    @Override
    public boolean signed(byte[] head, byte[] body, byte[] signature)
        throws GeneralSecurityException {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(head);
      check.update(body);
      try {
        return check.verify(signature);
      } catch (SignatureException notASignature) {
        return false;
      }
    }
  }

  /**
   * @throws IllegalArgumentException without any key, or with one that is none
   */
  SignatureKeys(PlatformConfig config) {
    this.keys = new ArrayList<>();
    Stream.of(config.secret(), config.nextSecret())
        .flatMap(secret -> secret.stream())
        .forEach(secret -> keys.add(hmac(secret)));
    Stream.of(config.publicKey(), config.nextPublicKey())
        .flatMap(key -> key.stream())
        .forEach(key -> keys.add(ed25519(key)));
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a platform without a key cannot push");
    }
  }

  private static Key hmac(String secret) {
    byte[] bytes = decode(secret, "whsec_");
    if (bytes.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("a webhook secret has at least 24 bytes");
    }
    return new Hmac(new SecretKeySpec(bytes, "HmacSHA256"));
  }

  private static Key ed25519(String key) {
    byte[] bytes = decode(key, "whpk_");
    byte[] x509 = new byte[X509_HEAD.length + bytes.length];
    System.arraycopy(X509_HEAD, 0, x509, 0, X509_HEAD.length);
    System.arraycopy(bytes, 0, x509, X509_HEAD.length, bytes.length);
    try {
      return new Ed25519(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  private static byte[] decode(String key, String prefix) {
    return Base64.getDecoder()
        .decode(key.startsWith(prefix) ? key.substring(prefix.length()) : key);
  }

  /**
   * Whether one of the signatures is by one of the keys.
   *
   * @param signatures as in the header: {@code v1,<base64>} with spaces between
   */
  boolean signed(String id, String timestamp, byte[] body, String signatures) {
    byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
    String[] list = signatures.split(" ", MOST_SIGNATURES + 1);
    if (list.length > MOST_SIGNATURES) {
      return false;
    }
    boolean signed = false;
    for (String entry : list) {
      int comma = entry.indexOf(',');
      if (comma > 0) {
        signed |= signed(entry.substring(0, comma), head, body, entry.substring(comma + 1));
      }
    }
    return signed;
  }

  private boolean signed(String scheme, byte[] head, byte[] body, String base64) {
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    boolean signed = false;
    for (Key key : keys) {
      if (key.scheme().equals(scheme)) {
        signed |= check(key, head, body, signature);
      }
    }
    return signed;
  }

  private static boolean check(Key key, byte[] head, byte[] body, byte[] signature) {
    try {
      return key.signed(head, body, signature);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a configured key cannot be used", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks an algorithm it must have", e);
    }
  }
}
