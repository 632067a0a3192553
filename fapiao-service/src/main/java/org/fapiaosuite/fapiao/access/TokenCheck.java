package org.fapiaosuite.fapiao.access;

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
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Believes two kinds of token: access tokens, signed with a key that account-service publishes, and
 * service tokens, signed by a service of the mounted trust set and made out to this one. Each kind
 * is verified with its own keys, issuer and audience; nothing in a token chooses an algorithm.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenCheck extends JWTCallerPrincipalFactory {

  /** What a service may do: ask for secrets. */
  public static final String SERVICE_ROLE = "SERVICE";

  private static final String ACCESS_TOKEN = "at+jwt";
  private static final String OWN_NAME = "fapiao-service";

  private final ServiceTrust services;
  private final DefaultJWTCallerPrincipalFactory parser = new DefaultJWTCallerPrincipalFactory();

  TokenCheck(ServiceTrust services) {
    this.services = services;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    JsonWebSignature signature = structure(token);
    if (ACCESS_TOKEN.equals(signature.getHeader("typ"))) {
      JWTCallerPrincipal caller = parser.parse(token, configured);
      if (caller.getGroups().contains(SERVICE_ROLE)) {
        throw new ParseException("an account is no service");
      }
      return caller;
    }
    String name = signature.getKeyIdHeaderValue();
    PublicKey key =
        services
            .publicKey(name == null ? "" : name)
            .orElseThrow(() -> new ParseException("unknown key"));
    JWTCallerPrincipal caller = parser.parse(token, expecting(configured, key, name));
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
      JWTAuthContextInfo configured, PublicKey key, String issuer) {
    JWTAuthContextInfo expected = new JWTAuthContextInfo(configured);
    expected.setPublicKeyLocation(null);
    expected.setPublicVerificationKey(key);
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    expected.setIssuedBy(issuer);
    expected.setExpectedAudience(Set.of(OWN_NAME));
    return expected;
  }
}
