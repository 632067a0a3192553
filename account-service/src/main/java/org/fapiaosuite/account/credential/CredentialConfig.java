package org.fapiaosuite.account.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What a password must be, and how long one that was mailed lives. */
@ConfigMapping(prefix = "fapiao.account.credentials")
public interface CredentialConfig {

  /**
   * Fewest code points of a password. NIST SP 800-63B-4 asks for 15 without a second factor; the
   * default lets customers keep the length they know from Office 365.
   */
  @WithDefault("8")
  @Min(8)
  int shortest();

  /** Most code points of a password. */
  @WithDefault("256")
  @Min(64)
  int longest();

  /** How long a request waits for its turn to hash before it is told to come back. */
  @WithDefault("5s")
  Duration hashPatience();
}
