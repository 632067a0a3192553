package org.fapiaosuite.notification.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where secrets come from, and how this service proves who asks. */
@ConfigMapping(prefix = "fapiao.notification")
public interface SecretConfig {

  /** Path of this service's private key: PKCS#8 PEM, P-256. */
  String serviceKey();

  /** How long an owner may take to answer. */
  @WithDefault("PT2S")
  Duration secretTimeout();

  /** How long an owner that failed is left alone. */
  @WithDefault("PT1S")
  Duration secretPause();

  /** How long a claim code that was asked for ahead waits for its mail, in memory. */
  @WithDefault("PT5S")
  Duration secretsAhead();

  /** Who makes which secrets. */
  Owners owners();

  /** Base URLs, without a slash at the end. */
  interface Owners {
    /** account-service. */
    String account();

    /** fapiao-service. */
    String fapiao();
  }
}
