package org.fapiaosuite.rest.setting;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Map;

/**
 * Settings that have another name now. An old name stops the start: passed over in silence, it
 * would leave a default where the operator wanted something else.
 */
final class RenamedSettings {
  static final Map<String, String> NEW_NAMES =
      Map.of(
          "fapiao.account-url", "fapiao.trust.account-url",
          "fapiao.notification.public-url", "fapiao.notification.links.public-url");

  private RenamedSettings() {}

  /** A sentence for each old name that is given, wherever it is given. */
  static List<String> inUse(ConfigSourceContext context) {
    return NEW_NAMES.entrySet().stream()
        .filter(renamed -> isGiven(context.getValue(renamed.getKey())))
        .map(renamed -> renamed.getKey() + " is called " + renamed.getValue() + " now")
        .toList();
  }

  private static boolean isGiven(ConfigValue value) {
    return value != null && value.getValue() != null;
  }
}
