package org.fapiaosuite.account.keys;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Believes two kinds of token, told apart by the key alone: access tokens signed by this service,
 * and service tokens signed by a service of the trust set and made out to this one. Nothing in a
 * token's header chooses algorithm or key location.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenCheck extends JWTCallerPrincipalFactory {

  static final String SERVICE_ROLE = "SERVICE";
  private static final String OWN_NAME = "account-service";

  private final SigningKeys ownKeys;
  private final ServiceTrust services;
  private final DefaultJWTCallerPrincipalFactory parser = new DefaultJWTCallerPrincipalFactory();

  TokenCheck(SigningKeys ownKeys, ServiceTrust services) {
    this.ownKeys = ownKeys;
    this.services = services;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    JsonWebSignature signature = structure(token);
    String keyId = Optional.ofNullable(signature.getKeyIdHeaderValue()).orElse("");
    Optional<PublicKey> own = ownKeys.publicKey(keyId);
    if (own.isPresent()) {
      if (!AccessTokens.TYPE.equals(signature.getHeader("typ"))) {
        throw new ParseException("not an access token");
      }
      return parser.parse(
          token, expecting(configured, own.get(), AccessTokens.ISSUER, AccessTokens.AUDIENCE));
    }
    PublicKey service =
        services.publicKey(keyId).orElseThrow(() -> new ParseException("unknown key"));
    JWTCallerPrincipal caller =
        parser.parse(token, expecting(configured, service, keyId, OWN_NAME));
    if (!Set.of(SERVICE_ROLE).equals(caller.getGroups())) {
      throw new ParseException("a service is nothing but a service");
    }
    return caller;
  }

  private static JsonWebSignature structure(String token) throws ParseException {
    try {
      if (JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature signature) {
        return signature;
      }
    } catch (JoseException e) {
      throw new ParseException("not a token", e);
    }
    throw new ParseException("not a signed token");
  }

  private static JWTAuthContextInfo expecting(
      JWTAuthContextInfo configured, PublicKey key, String issuer, String audience) {
    JWTAuthContextInfo expected = new JWTAuthContextInfo(configured);
    expected.setPublicKeyLocation(null);
    expected.setPublicVerificationKey(key);
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    expected.setIssuedBy(issuer);
    expected.setExpectedAudience(Set.of(audience));
    return expected;
  }
}
