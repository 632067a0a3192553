package org.fapiaosuite.account.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** How long one stays signed in. */
@ConfigMapping(prefix = "fapiao.account.sessions")
public interface SessionConfig {

  /** Life of an access token; other services believe it that long without asking. */
  @WithDefault("5m")
  Duration accessToken();

  /** Life of the token that a temporary password gives. */
  @WithDefault("10m")
  Duration passwordChangeToken();

  /** How long a customer's session lives without being refreshed. */
  @WithDefault("30m")
  Duration idle();

  /** How long a customer's session lives at all. */
  @WithDefault("10h")
  Duration absolute();

  /** How long a session of staff lives without being refreshed. */
  @WithDefault("15m")
  Duration staffIdle();

  /** How long a session of staff lives at all. */
  @WithDefault("8h")
  Duration staffAbsolute();

  /** How long a used refresh token still gives its successor: answers get lost. */
  @WithDefault("10s")
  Duration grace();

  /**
   * To which pages a browser gives the refresh cookie: {@code STRICT} to those of the same site.
   * {@code NONE} lets pages of another site stay signed in too, of those origins that are
   * configured at the gateway.
   */
  @WithDefault("STRICT")
  SameSite cookieSameSite();

  /** How long an answer that takes tokens back waits until the other services can know. */
  @WithDefault("2s")
  Duration revocationWait();
}
