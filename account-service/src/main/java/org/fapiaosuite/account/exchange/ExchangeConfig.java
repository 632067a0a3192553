package org.fapiaosuite.account.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.account.profile.Role;

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

    /**
     * What its tokens must have as {@code aud} to speak for customers, one of these: the front
     * ends' client ids. Without any, it names staff alone.
     */
    Optional<Set<String>> audiences();

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

    /** How it names staff; by default it names none. */
    Staff staff();
  }

  /** How an issuer names members of staff. */
  interface Staff {

    /**
     * What its tokens must have as {@code aud} to name staff, one of these: the client ids of what
     * staff sign in to.
     */
    Optional<Set<String>> audiences();

    /**
     * The claim with the role or roles, a text or a list of texts; for one within objects the names
     * from the outside to the inside, with commas between.
     */
    Optional<List<String>> roleClaim();

    /** What the issuer calls each role. */
    Roles roles();
  }

  /** The names that an issuer has for the roles of staff, letter for letter. */
  interface Roles {

    /** What it calls a clerk, who works the queue of the service centre. */
    Optional<Set<String>> clerk();

    /** What it calls a lead, a clerk who also decides. */
    Optional<Set<String>> lead();

    /** What it calls an administrator, who keeps staff accounts and the machinery. */
    Optional<Set<String>> admin();

    /** What it calls an auditor, who reads and changes nothing. */
    Optional<Set<String>> auditor();

    /** What it calls who helps customers. */
    Optional<Set<String>> support();

    /** The same by role; those without a name are left out. */
    default Map<Role, Set<String>> byRole() {
      Map<Role, Set<String>> byRole = new EnumMap<>(Role.class);
      clerk().ifPresent(names -> byRole.put(Role.CLERK, names));
      lead().ifPresent(names -> byRole.put(Role.LEAD, names));
      admin().ifPresent(names -> byRole.put(Role.ADMIN, names));
      auditor().ifPresent(names -> byRole.put(Role.AUDITOR, names));
      support().ifPresent(names -> byRole.put(Role.SUPPORT, names));
      return byRole;
    }
  }
}
