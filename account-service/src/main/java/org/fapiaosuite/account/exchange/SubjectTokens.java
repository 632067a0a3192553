package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.fapiaosuite.account.exchange.TokenRefused.Code;
import org.fapiaosuite.account.keys.Sha256;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of trusted issuers (RFC 8725). What an unverified token says chooses among the
 * configured issuers and their keys, and nothing else.
 */
@ApplicationScoped
public class SubjectTokens {

  /** Reads a token without believing it. */
  private static final JwtConsumer READER =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setSkipSignatureVerification()
          .setDisableRequireSignature()
          .build();

  private final TrustedIssuers issuers;
  private final ExchangeConfig config;
  private final Clock clock;

  SubjectTokens(TrustedIssuers issuers, ExchangeConfig config, Clock clock) {
    this.issuers = issuers;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What the token says. Asks its issuer for keys where it must, so never within a transaction.
   *
   * @param text in compact form, from a stranger
   * @param scope as what they ask to come in
   * @throws TokenRefused when it is not taken
   * @throws org.fapiaosuite.rest.problem.ProblemException 503 while its issuer's keys are unknown
   */
  public SubjectToken verified(String text, TokenType type, TokenScope scope) {
    JwtContext unverified = guarded(() -> read(text));
    JsonWebSignature signature = signature(unverified, type);
    TrustedIssuer issuer =
        issuers
            .enabled(guarded(() -> issuerOf(unverified.getJwtClaims())))
            .orElseThrow(() -> TokenRefused.token("is of an issuer that is not trusted"));
    demandTaken(issuer, scope);
    demandAlgorithm(issuer, signature);
    Key key =
        issuer
            .keys()
            .publicKey(textOf(signature.getKeyIdHeaderValue()), signature.getAlgorithmHeaderValue())
            .orElseThrow(() -> TokenRefused.token("is signed with a key its issuer does not have"));
    return guarded(() -> content(verified(unverified, issuer, scope, key), issuer, scope, text));
  }

  private static JwtContext read(String text) {
    try {
      return READER.process(text);
    } catch (InvalidJwtException e) {
      throw TokenRefused.token("is no signed JWT");
    }
  }

  private static JsonWebSignature signature(JwtContext read, TokenType type) {
    List<JsonWebStructure> layers = read.getJoseObjects();
    if (layers.size() != 1 || !(layers.get(0) instanceof JsonWebSignature signature)) {
      throw TokenRefused.token("is no signed JWT");
    }
    if (signature.getHeaders().getObjectHeaderValue("crit") != null) {
      throw TokenRefused.token("demands an extension");
    }
    Object typ = signature.getHeaders().getObjectHeaderValue("typ");
    if (typ != null && !(typ instanceof String name && type.mayBe(name))) {
      throw TokenRefused.token("is of another type than subject_token_type says");
    }
    return signature;
  }

  private static String issuerOf(JwtClaims claims) {
    try {
      return textOf(claims.getIssuer());
    } catch (MalformedClaimException e) {
      throw TokenRefused.token("is of an issuer that is not trusted");
    }
  }

  private static void demandTaken(TrustedIssuer issuer, TokenScope scope) {
    if (scope.audiences(issuer.config()).isEmpty()) {
      throw new TokenRefused(
          Code.INVALID_SCOPE, "the issuer of subject_token is not trusted with " + scope.text());
    }
  }

  private static void demandAlgorithm(TrustedIssuer issuer, JsonWebSignature signature) {
    String algorithm = textOf(signature.getAlgorithmHeaderValue());
    if (issuer.config().algorithms().stream().noneMatch(taken -> taken.name().equals(algorithm))) {
      throw TokenRefused.token("is not signed with an algorithm that is taken");
    }
  }

  private JwtClaims verified(JwtContext read, TrustedIssuer issuer, TokenScope scope, Key key) {
    try {
      consumer(issuer, scope, key).processContext(read);
      return read.getJwtClaims();
    } catch (InvalidJwtException e) {
      throw TokenRefused.token(reason(e));
    }
  }

  private JwtConsumer consumer(TrustedIssuer issuer, TokenScope scope, Key key) {
    Duration longest = config.longestLife();
    int skew = Math.toIntExact(config.clockSkew().toSeconds());
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(
                ConstraintType.PERMIT,
                issuer.config().algorithms().stream().map(Enum::name).toArray(String[]::new)))
        .setVerificationKeyResolver((jws, outer) -> known(key))
        .setExpectedIssuer(issuer.id())
        .setExpectedAudience(scope.audiences(issuer.config()).toArray(String[]::new))
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .setAllowedClockSkewInSeconds(skew)
        .setIssuedAtRestrictions(skew, Math.toIntExact(longest.toSeconds()))
        .setMaxFutureValidityInMinutes(Math.toIntExact(longest.toMinutes()))
        .build();
  }

  private static Key known(Key key) throws UnresolvableKeyException {
    return key;
  }

  private static String reason(InvalidJwtException refusal) {
    if (refusal.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
      return "is not signed by its issuer";
    }
    if (refusal.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "has expired";
    }
    if (refusal.hasErrorCode(ErrorCodes.NOT_YET_VALID)
        || refusal.hasErrorCode(ErrorCodes.ISSUED_AT_INVALID_FUTURE)) {
      return "is not valid yet";
    }
    if (refusal.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || refusal.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return "is for another audience";
    }
    if (refusal.hasErrorCode(ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE)
        || refusal.hasErrorCode(ErrorCodes.ISSUED_AT_INVALID_PAST)) {
      return "lives longer than is taken";
    }
    if (refusal.hasErrorCode(ErrorCodes.MISCELLANEOUS)) {
      return "cannot be verified";
    }
    return "lacks iss, sub, aud, iat or exp, or has one that cannot be read";
  }

  private SubjectToken content(
      JwtClaims claims, TrustedIssuer issuer, TokenScope scope, String text) {
    try {
      TokenClaims said = new TokenClaims(claims, issuer.config(), scope);
      Instant expires = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
      return new SubjectToken(
          issuer.id(),
          said.subject(),
          said.email(),
          said.role(),
          said.customerIds(),
          said.client(),
          digest(issuer, claims.getJwtId(), text),
          expires.plus(config.clockSkew()));
    } catch (MalformedClaimException e) {
      throw TokenRefused.token("has a claim that cannot be read");
    }
  }

  /** By what is signed where it has no id: an ECDSA signature has two forms. */
  private static String digest(TrustedIssuer issuer, @Nullable String id, String text) {
    return Sha256.of(
        issuer.id()
            + (id == null
                ? "\nsigned\n" + text.substring(0, text.lastIndexOf('.'))
                : "\njti\n" + id));
  }

  private static String textOf(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The library casts what a stranger wrote. */
  private static <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TokenRefused refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw TokenRefused.token("is no signed JWT");
    }
  }
}
