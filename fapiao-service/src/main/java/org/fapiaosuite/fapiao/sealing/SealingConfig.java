package org.fapiaosuite.fapiao.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** The keys of the service; without them it does not start. */
@ConfigMapping(prefix = "fapiao.invoicing")
public interface SealingConfig {

  /** Base64 of 32 bytes: AES-256-GCM key of bank accounts and taxpayer ids. */
  String encryptionKey();

  /** Keys for what leaves the service. */
  Keys keys();

  /** Keys for what leaves the service. */
  interface Keys {

    /** Base64 of 32 bytes: HMAC key from which pick-up codes are made. */
    String master();

    /** JWKS file with the public keys of the services that may call; {@code kid} = their name. */
    @WithName("service-trust")
    Path serviceTrust();
  }
}
