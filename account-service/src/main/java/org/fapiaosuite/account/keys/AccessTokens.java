package org.fapiaosuite.account.keys;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fapiaosuite.rest.trust.TokenCheck;
import org.jspecify.annotations.Nullable;

/**
 * Signs access tokens (RFC 9068, ES256): who somebody is, in which role, for which customers. Every
 * service of the suite believes them on the published key alone.
 */
@ApplicationScoped
public class AccessTokens {

  /** The claim with the account's epoch; a token of an older one is stale. */
  public static final String EPOCH = "epoch";

  /** The claim with the id of the session the token was made for. */
  public static final String SESSION = "sid";

  /** The claim with the customers the token speaks for. */
  public static final String CUSTOMERS = "customerIds";

  /** The claim with who acts for the account (RFC 8693, 4.1). */
  public static final String ACTOR = "act";

  /** The claim with who a member of staff is at the issuer that named them. */
  static final String ORIGIN = "origin";

  static final String ISSUER = "fapiao-suite";
  static final String AUDIENCE = "fapiao-suite";

  private final SigningKeys keys;
  private final Clock clock;

  AccessTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a token says.
   *
   * @param customerIds {@code <platform>:<customerId>}, at most 50
   * @param sessionId null for the token of a temporary password, which has no session
   * @param actor who acts for the account; null when its owner does themselves
   * @param origin who a member of staff is at the issuer that named them, for audit trails; null
   *     for everybody else
   */
  public record Content(
      UUID accountId,
      String role,
      List<String> customerIds,
      long epoch,
      @Nullable UUID sessionId,
      @Nullable Actor actor,
      @Nullable Origin origin) {}

  /**
   * Who acts for somebody (RFC 8693, 4.1).
   *
   * @param issuer who calls them so
   * @param name of the front end at that issuer
   */
  public record Actor(String issuer, String name) {}

  /**
   * Who somebody is elsewhere.
   *
   * @param issuer who knows them
   * @param subject the {@code sub} of their tokens there
   */
  public record Origin(String issuer, String subject) {}

  /** The token in compact form, valid from now for the given time. */
  public String sign(Content content, Duration validity) {
    Instant now = clock.instant();
    var claims =
        Jwt.claims()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(content.accountId().toString())
            .groups(Set.of(content.role()))
            .claim(CUSTOMERS, content.customerIds())
            .claim(EPOCH, content.epoch())
            .issuedAt(now)
            .expiresAt(now.plus(validity));
    if (content.sessionId() != null) {
      claims.claim(SESSION, content.sessionId().toString());
    }
    Actor actor = content.actor();
    if (actor != null) {
      claims.claim(ACTOR, Map.of("iss", actor.issuer(), "sub", actor.name()));
    }
    Origin origin = content.origin();
    if (origin != null) {
      claims.claim(ORIGIN, Map.of("iss", origin.issuer(), "sub", origin.subject()));
    }
    return claims
        .jws()
        .header("typ", TokenCheck.ACCESS_TOKEN)
        .keyId(keys.signingKeyId())
        .algorithm(SignatureAlgorithm.ES256)
        .sign(keys.signingKey());
  }
}
