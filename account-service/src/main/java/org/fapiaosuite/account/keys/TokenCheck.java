package org.fapiaosuite.account.keys;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.fapiaosuite.rest.trust.ServiceTrust;
import org.fapiaosuite.rest.trust.SignedToken;

/**
 * Believes two kinds of token, told apart by the key alone: access tokens signed by this service,
 * and service tokens signed by a service of the trust set and made out to this one. Nothing in a
 * token's header chooses algorithm or key location.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenCheck extends JWTCallerPrincipalFactory {

  private final SigningKeys ownKeys;
  private final ServiceTrust services;

  TokenCheck(SigningKeys ownKeys, KeysConfig config) {
    this.ownKeys = ownKeys;
    this.services = new ServiceTrust("account-service", Path.of(config.serviceTrust()));
  }

  @Override
  public JWTCallerPrincipal parse(String text, JWTAuthContextInfo configured)
      throws ParseException {
    SignedToken token = SignedToken.of(text);
    Optional<PublicKey> own = ownKeys.publicKey(token.keyId());
    if (own.isEmpty()) {
      return services.verify(token, configured);
    }
    if (!AccessTokens.TYPE.equals(token.type())) {
      throw new ParseException("not an access token");
    }
    return token.verify(configured, own.get(), AccessTokens.ISSUER, AccessTokens.AUDIENCE);
  }
}
