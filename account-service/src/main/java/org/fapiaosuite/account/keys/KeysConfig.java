package org.fapiaosuite.account.keys;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** Where the keys are; none has a default, so that a service without them does not start. */
@ConfigMapping(prefix = "fapiao.account.keys")
public interface KeysConfig {

  /** Path of the private key that signs access tokens: PKCS#8 in PEM, curve P-256. */
  @NotBlank
  String signing();

  /**
   * Path of the key that will sign next, in the same form. It is published beside the present one,
   * so that every service knows it before the first token of it arrives.
   */
  Optional<String> next();

  /** Base64 of 32 random bytes; the keys of secrets, refresh tokens and pepper derive from it. */
  @NotBlank
  String master();

  /** Path of the JWKS with the public keys of the other services; {@code kid} is their name. */
  @NotBlank
  String serviceTrust();
}
