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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fapiaosuite.rest.trust.VerifiedTokens.Verified;

/**
 * Believes two kinds of token, told apart by {@code typ}: access tokens, signed with a key of
 * {@link AccessKeys}, and, where a service has a {@link ServiceTrust}, service tokens made out to
 * it. Each kind is verified with its own keys, issuer and audience; nothing in a token chooses an
 * algorithm or where a key is found. A signature is checked once ({@link VerifiedTokens}); whether
 * the key is still believed and the token has been taken back is asked at each use.
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
  private final VerifiedTokens remembered;

  TokenCheck(
      AccessKeys keys,
      @All List<ServiceTrust> services,
      @All List<Revocations> revocations,
      VerifiedTokens remembered) {
    this.keys = keys;
    this.services = services;
    this.revocations = revocations;
    this.remembered = remembered;
  }

  @Override
  public JWTCallerPrincipal parse(String text, JWTAuthContextInfo configured)
      throws ParseException {
    Optional<Verified> known = remembered.find(text).filter(this::isKeyStillBelieved);
    JWTCallerPrincipal caller =
        known.isPresent() ? known.get().caller() : verified(text, configured);
    for (Revocations told : revocations) {
      if (told.isRevoked(caller)) {
        throw new ParseException("revoked");
      }
    }
    return caller;
  }

  private boolean isKeyStillBelieved(Verified known) {
    return key(known.token()).filter(known.key()::equals).isPresent();
  }

  private JWTCallerPrincipal verified(String text, JWTAuthContextInfo configured)
      throws ParseException {
    SignedToken token = SignedToken.of(text);
    PublicKey key = key(token).orElseThrow(() -> new ParseException("unknown type or key"));
    JWTCallerPrincipal caller =
        token.type().equals(ACCESS_TOKEN)
            ? account(token, key, configured)
            : services.get(0).verify(token, key, configured);
    remembered.remember(token, key, caller, Duration.ofSeconds(configured.getClockSkew()));
    return caller;
  }

  /** The key to check a token with; empty when there is none, or for tokens of any other kind. */
  private Optional<PublicKey> key(SignedToken token) {
    return switch (token.type()) {
      case ACCESS_TOKEN -> keys.publicKey(token.keyId());
      case SERVICE_TOKEN ->
          services.stream().flatMap(trust -> trust.publicKey(token.keyId()).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static JWTCallerPrincipal account(
      SignedToken token, PublicKey key, JWTAuthContextInfo configured) throws ParseException {
    String audience = configured.getExpectedAudience().iterator().next();
    JWTCallerPrincipal caller = token.verify(configured, key, configured.getIssuedBy(), audience);
    if (caller.getGroups().contains(ServiceTrust.ROLE)) {
      throw new ParseException("an account is no service");
    }
    return caller;
  }
}
