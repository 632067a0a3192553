package org.fapiaosuite.rest.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Somebody with a key who signs tokens. */
record Signer(EllipticCurveJsonWebKey key) {

  static Signer named(String keyId) throws JoseException {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId(keyId);
    return new Signer(key);
  }

  /** The public halves, as they are published. */
  static String published(Signer... signers) {
    return new JsonWebKeySet(List.of(signers).stream().map(Signer::key).toList())
        .toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  String keyId() {
    return key.getKeyId();
  }

  String token(String type, String issuer, String audience, String group, Instant end)
      throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(audience);
    claims.setSubject(UUID.randomUUID().toString());
    claims.setStringListClaim("groups", group);
    claims.setIssuedAtToNow();
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    token.setHeader("typ", type);
    token.setKeyIdHeaderValue(keyId());
    token.setKey(key.getPrivateKey());
    token.setPayload(claims.toJson());
    return token.getCompactSerialization();
  }
}
