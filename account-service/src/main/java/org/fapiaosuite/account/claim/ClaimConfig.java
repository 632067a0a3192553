package org.fapiaosuite.account.claim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How orders are claimed. */
@ConfigMapping(prefix = "fapiao.account.claims")
public interface ClaimConfig {

  /** What a claim takes that neither the payer's address nor the claim code proves. */
  @WithDefault("PAYER_CONFIRMS")
  ClaimPolicy policy();

  /** How long a claim that failed to be worked rests before it is tried again. */
  @WithDefault("30s")
  Duration retry();

  /** How long a claim waits until its claimant is told how it stands. */
  @WithDefault("3d")
  Duration tellAfter();

  /** Most customers one account may speak for: what an access token can carry. */
  @WithDefault("50")
  int mostCustomers();
}
