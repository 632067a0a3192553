package org.fapiaosuite.rest.trust;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * A token as it came, not yet verified: what its header says may choose among keys that are
 * believed anyway, and nothing else.
 *
 * @param keyId empty when it names none
 * @param type the header {@code typ}, empty when there is none
 */
public record SignedToken(String text, String keyId, String type) {

  /**
   * Reads a token.
   *
   * @throws ParseException when it is no signed token
   */
  public static SignedToken of(String text) throws ParseException {
    try {
      if (JsonWebStructure.fromCompactSerialization(text) instanceof JsonWebSignature signature) {
        return new SignedToken(
            text,
            Objects.requireNonNullElse(signature.getKeyIdHeaderValue(), ""),
            Objects.requireNonNullElse(signature.getHeader("typ"), ""));
      }
    } catch (JoseException e) {
      throw new ParseException("not a token", e);
    }
    throw new ParseException("not a signed token");
  }

  /**
   * Verifies the token with ES256, whatever it says of itself.
   *
   * @param configured what is demanded of every token, such as that it has not expired
   * @throws ParseException when it is not signed with that key, by that issuer for that audience
   */
  public JWTCallerPrincipal verify(
      JWTAuthContextInfo configured, PublicKey key, String issuer, String audience)
      throws ParseException {
    JWTAuthContextInfo expected = new JWTAuthContextInfo(configured);
    expected.setPublicKeyLocation(null);
    expected.setPublicVerificationKey(key);
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    expected.setIssuedBy(issuer);
    expected.setExpectedAudience(Set.of(audience));
    return new DefaultJWTCallerPrincipalFactory().parse(text, expected);
  }
}
