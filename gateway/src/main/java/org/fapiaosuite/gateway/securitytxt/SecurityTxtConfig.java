package org.fapiaosuite.gateway.securitytxt;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whom to tell of a weakness. */
@ConfigMapping(prefix = "fapiao.gateway.security-txt")
public interface SecurityTxtConfig {

  /**
   * Addresses in order of preference: {@code mailto:security@…}, {@code https://…} or {@code
   * tel:…}; none by default, and then there is no {@code security.txt}.
   */
  Optional<List<URI>> contacts();
}
