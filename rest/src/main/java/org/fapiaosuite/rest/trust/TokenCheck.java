package org.fapiaosuite.rest.trust;

import io.quarkus.arc.All;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.PublicKey;
import java.util.List;

/**
 * Believes two kinds of token, told apart by {@code typ}: access tokens, signed with a key of
 * {@link AccessKeys}, and, where a service has a {@link ServiceTrust}, service tokens made out to
 * it. Each kind is verified with its own keys, issuer and audience; nothing in a token chooses an
 * algorithm or where a key is found.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenCheck extends JWTCallerPrincipalFactory {

  /** {@code typ} of an access token (RFC 9068, 2.1). */
  public static final String ACCESS_TOKEN = "at+jwt";

  /** {@code typ} of a service token (RFC 7519, 5.1). */
  public static final String SERVICE_TOKEN = "JWT";

  private final AccessKeys keys;
  private final List<ServiceTrust> services;
  private final List<Revocations> revocations;

  TokenCheck(
      AccessKeys keys, @All List<ServiceTrust> services, @All List<Revocations> revocations) {
    this.keys = keys;
    this.services = services;
    this.revocations = revocations;
  }

  @Override
  public JWTCallerPrincipal parse(String text, JWTAuthContextInfo configured)
      throws ParseException {
    SignedToken token = SignedToken.of(text);
    return switch (token.type()) {
      case ACCESS_TOKEN -> account(token, configured);
      case SERVICE_TOKEN -> service(token, configured);
      default -> throw new ParseException("neither an access token nor a service token");
    };
  }

  private JWTCallerPrincipal account(SignedToken token, JWTAuthContextInfo configured)
      throws ParseException {
    PublicKey key =
        keys.publicKey(token.keyId()).orElseThrow(() -> new ParseException("unknown key"));
    String audience = configured.getExpectedAudience().iterator().next();
    JWTCallerPrincipal caller = token.verify(configured, key, configured.getIssuedBy(), audience);
    if (caller.getGroups().contains(ServiceTrust.ROLE)) {
      throw new ParseException("an account is no service");
    }
    for (Revocations known : revocations) {
      if (known.isRevoked(caller)) {
        throw new ParseException("revoked");
      }
    }
    return caller;
  }

  private JWTCallerPrincipal service(SignedToken token, JWTAuthContextInfo configured)
      throws ParseException {
    if (services.isEmpty()) {
      throw new ParseException("no service is believed here");
    }
    return services.get(0).verify(token, configured);
  }
}
