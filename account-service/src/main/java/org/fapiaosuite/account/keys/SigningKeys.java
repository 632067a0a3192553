package org.fapiaosuite.account.keys;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.fapiaosuite.rest.trust.AccessKeys;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** The P-256 keys of access tokens: the one that signs and, before a change, the one that will. */
@Singleton
public class SigningKeys implements AccessKeys {

  private static final String CURVE = "secp256r1";

  private final List<Pair> pairs = new ArrayList<>();

  SigningKeys(KeysConfig config) {
    pairs.add(read(config.signing()));
    config.next().map(SigningKeys::read).ifPresent(pairs::add);
  }

  private record Pair(String id, PrivateKey privateKey, EllipticCurveJsonWebKey publicKey) {}

  PrivateKey signingKey() {
    return pairs.get(0).privateKey();
  }

  /** RFC 7638 thumbprint of the signing key, the {@code kid} of new tokens. */
  String signingKeyId() {
    return pairs.get(0).id();
  }

  @Override
  public Optional<PublicKey> publicKey(String id) {
    return pairs.stream()
        .filter(pair -> pair.id().equals(id))
        .map(pair -> (PublicKey) pair.publicKey().getECPublicKey())
        .findFirst();
  }

  /** The public keys as a JSON Web Key Set (RFC 7517). */
  public Map<String, Object> jwks() {
    return Map.of(
        "keys",
        pairs.stream()
            .map(pair -> pair.publicKey().toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
            .toList());
  }

  private static Pair read(String path) {
    try {
      String pem = Files.readString(Path.of(path));
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      KeyFactory keys = KeyFactory.getInstance("EC");
      ECPrivateKey privateKey = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(der));
      var curve = ECNamedCurveTable.getParameterSpec(CURVE);
      if (!privateKey.getParams().getOrder().equals(curve.getN())) {
        throw new IllegalStateException("the key in " + path + " is not on curve P-256");
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
      return new Pair(id, privateKey, jwk);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing key " + path, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("no PKCS#8 P-256 key in PEM: " + path, e);
    }
  }
}
