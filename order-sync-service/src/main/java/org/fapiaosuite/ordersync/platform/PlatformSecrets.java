package org.fapiaosuite.ordersync.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;

/** The secrets shared with the platforms. */
@ApplicationScoped
class PlatformSecrets implements GivenSecrets {

  private static final String MARK = "whsec_";
  private static final int FEWEST_BYTES = 24;

  private final PlatformsConfig config;

  PlatformSecrets(PlatformsConfig config) {
    this.config = config;
  }

  @Override
  public List<GivenSecret> given() {
    List<GivenSecret> given = new ArrayList<>();
    config
        .byName()
        .forEach(
            (name, platform) -> {
              String prefix = "fapiao.order-sync.platforms." + name;
              add(given, prefix + ".secret", platform.secret());
              add(given, prefix + ".next-secret", platform.nextSecret());
            });
    return given;
  }

  private static void add(List<GivenSecret> given, String property, Optional<String> secret) {
    secret
        .map(text -> text.startsWith(MARK) ? text.substring(MARK.length()) : text)
        .ifPresent(text -> given.add(GivenSecret.shared(property, text, FEWEST_BYTES)));
  }
}
