package org.fapiaosuite.account.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a mailed secret lives, counted from the last time its mail was about to be sent. */
@ConfigMapping(prefix = "fapiao.account.secrets")
public interface SecretConfig {

  /** Life of an activation link (seed row F4). */
  @WithDefault("24h")
  Duration activation();

  /** Life of a temporary password. */
  @WithDefault("60m")
  Duration temporaryPassword();

  /** Life of the link that confirms a new address. */
  @WithDefault("24h")
  Duration emailChange();

  /** Life of the link by which a payer approves a claim. */
  @WithDefault("7d")
  Duration claimApproval();

  /** How long after the request its mail is still worth sending. */
  @WithDefault("24h")
  Duration worthSending();

  /** How long used, superseded and expired requests are kept. */
  @WithDefault("30d")
  Duration kept();
}
