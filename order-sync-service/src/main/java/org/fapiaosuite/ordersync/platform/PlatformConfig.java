package org.fapiaosuite.ordersync.platform;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One payment platform. */
public interface PlatformConfig {

  /** Which adapter speaks with it. */
  @WithDefault("standard-webhooks")
  String adapter();

  /** Where its statements are; without it there are none. */
  Optional<URI> url();

  /** Shared secret of the pushes, {@code whsec_} and base64 of 24 to 64 bytes. */
  Optional<String> secret();

  /** The secret that takes over next; both are good while it does. */
  Optional<String> nextSecret();

  /** Ed25519 key of the pushes, {@code whpk_} and base64 of the 32 bytes. */
  Optional<String> publicKey();

  /** The key that takes over next. */
  Optional<String> nextPublicKey();

  /** How far the time of a push may lie from ours, either way. */
  @WithDefault("PT5M")
  Duration tolerance();

  /** What happens past the window when there is no statement of the day. */
  @WithDefault("HOLD")
  MissingStatement missingStatement();
}
