package org.fapiaosuite.account.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose tokens are exchanged for ours, and how strictly. */
@ConfigMapping(prefix = "fapiao.account.exchange")
public interface ExchangeConfig {

  /** The trusted issuers, each under a name of your choice; none by default. */
  Map<String, Issuer> issuers();

  /** How far the clocks of an issuer and of this service may be apart. */
  @WithDefault("PT30S")
  Duration clockSkew();

  /** The longest life of a token that is taken: older ones, and those valid longer, are not. */
  @WithDefault("PT24H")
  Duration longestLife();

  /** How old an issuer's keys may become before they are fetched again. */
  @WithDefault("PT5M")
  Duration keysRefreshInterval();

  /**
   * How long after a try to fetch an issuer's keys the next one waits, also when a token names an
   * unknown one.
   */
  @WithDefault("PT10S")
  Duration keysRetryDelay();

  /** How long an issuer may take for each answer. */
  @WithDefault("PT2S")
  Duration keysTimeout();

  /** One issuer of ID tokens or access tokens (JWT). */
  interface Issuer {

    /** Whether its tokens are taken. Switched off, the sessions it opened end with the start. */
    @WithDefault("true")
    boolean enabled();

    /** What its tokens have as {@code iss}, letter for letter; https, or http of this machine. */
    String issuer();

    /**
     * Where its keys are, a JSON Web Key Set. By default its OpenID configuration says it, at
     * {@code /.well-known/openid-configuration} below {@code issuer}.
     */
    Optional<URI> jwks();

    /** What its tokens must have as {@code aud}, one of these: the front ends' client ids. */
    Set<String> audiences();

    /** What its tokens may be signed with. */
    @WithDefault("ES256,PS256,RS256")
    Set<SigningAlgorithm> algorithms();

    /**
     * The claim that names the customer or customers the token speaks for, as the payment platform
     * does. Without one, the token speaks for the customers whose orders its mailbox paid.
     */
    Optional<String> customerClaim();

    /** The payment platform of these customers, as in the address of its pushes. */
    Optional<String> platform();

    /** The claim with the e-mail address. */
    @WithDefault("email")
    String emailClaim();

    /** The claim that says whether the issuer has verified the address: {@code true}. */
    @WithDefault("email_verified")
    String emailVerifiedClaim();

    /** Whether the issuer verifies every address, so that no claim has to say it. */
    @WithDefault("false")
    boolean emailsAreVerified();
  }
}
