package org.fapiaosuite.account.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** Where the keys are; none has a default, so that a service without them does not start. */
@ConfigMapping(prefix = "fapiao.account.keys")
public interface KeysConfig {

  /**
   * Path of the first private key that signs access tokens: PKCS#8 in PEM, curve P-256. Read once,
   * when there is none yet; later ones are made by the service and kept in its database, encrypted.
   */
  @NotBlank
  String signing();

  /** At which age a signing key is replaced. */
  @WithDefault("P90D")
  Duration rotateAfter();

  /**
   * How long a new key is published before it signs: longer than any service takes to fetch it,
   * which is a minute.
   */
  @WithDefault("PT10M")
  Duration publishedBefore();

  /**
   * How long a key is still published after its successor has begun to sign: longer than any token
   * lives.
   */
  @WithDefault("PT1H")
  Duration publishedAfter();

  /** How often a copy of the service looks for new keys, and at the age of the present one. */
  @WithDefault("30s")
  String lookEvery();

  /** Base64 of 32 random bytes; the keys of secrets, refresh tokens and pepper derive from it. */
  @NotBlank
  String master();

  /** Path of the JWKS with the public keys of the other services; {@code kid} is their name. */
  @NotBlank
  String serviceTrust();
}
