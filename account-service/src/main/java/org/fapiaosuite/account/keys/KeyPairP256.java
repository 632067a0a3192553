package org.fapiaosuite.account.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/**
 * A P-256 key pair that signs access tokens.
 *
 * @param id RFC 7638 thumbprint of the public half, the {@code kid} of its tokens
 * @param privateKey what signs
 * @param publicKey what others check with
 */
record KeyPairP256(String id, PrivateKey privateKey, EllipticCurveJsonWebKey publicKey) {

  private static final String CURVE = "secp256r1";

  /** A new one. */
  static KeyPairP256 generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return of(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  /**
   * From a file: PKCS#8 in PEM.
   *
   * @throws IllegalStateException when there is no such key in it
   */
  static KeyPairP256 read(String path) {
    try {
      String pem = Files.readString(Path.of(path));
      return of(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing key " + path, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("no PKCS#8 P-256 key in PEM: " + path, e);
    }
  }

  /** From PKCS#8 in DER; the public half is computed. */
  static KeyPairP256 of(byte[] pkcs8) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance("EC");
    ECPrivateKey privateKey = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    var curve = ECNamedCurveTable.getParameterSpec(CURVE);
    if (!privateKey.getParams().getOrder().equals(curve.getN())) {
      throw new GeneralSecurityException("the key is not on curve P-256");
    }
    var q = curve.getG().multiply(privateKey.getS()).normalize();
    ECPoint point =
        new ECPoint(q.getAffineXCoord().toBigInteger(), q.getAffineYCoord().toBigInteger());
    PublicKey publicKey = keys.generatePublic(new ECPublicKeySpec(point, privateKey.getParams()));
    EllipticCurveJsonWebKey jwk =
        new EllipticCurveJsonWebKey((java.security.interfaces.ECPublicKey) publicKey);
    String id = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
    jwk.setKeyId(id);
    jwk.setAlgorithm("ES256");
    jwk.setUse("sig");
    return new KeyPairP256(id, privateKey, jwk);
  }
}
