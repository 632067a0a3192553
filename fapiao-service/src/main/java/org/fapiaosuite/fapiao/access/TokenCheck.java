package org.fapiaosuite.fapiao.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.fapiaosuite.fapiao.sealing.SealingConfig;
import org.fapiaosuite.rest.trust.ServiceTrust;
import org.fapiaosuite.rest.trust.SignedToken;

/**
 * Believes two kinds of token: access tokens, signed with a key that account-service publishes, and
 * service tokens, signed by a service of the mounted trust set and made out to this one. Each kind
 * is verified with its own keys, issuer and audience; nothing in a token chooses an algorithm.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenCheck extends JWTCallerPrincipalFactory {

  private static final String ACCESS_TOKEN = "at+jwt";

  private final ServiceTrust services;
  private final DefaultJWTCallerPrincipalFactory parser = new DefaultJWTCallerPrincipalFactory();

  TokenCheck(SealingConfig config) {
    this.services = new ServiceTrust("fapiao-service", config.keys().serviceTrust());
  }

  @Override
  public JWTCallerPrincipal parse(String text, JWTAuthContextInfo configured)
      throws ParseException {
    SignedToken token = SignedToken.of(text);
    if (!ACCESS_TOKEN.equals(token.type())) {
      return services.verify(token, configured);
    }
    JWTCallerPrincipal caller = parser.parse(text, configured);
    if (caller.getGroups().contains(ServiceTrust.ROLE)) {
      throw new ParseException("an account is no service");
    }
    return caller;
  }
}
