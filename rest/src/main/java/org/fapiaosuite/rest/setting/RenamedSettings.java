package org.fapiaosuite.rest.setting;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that have another name now. An old name stops the start, wherever it is given: passed
 * over in silence, it would leave a default where the operator wanted something else.
 *
 * <p>It is looked for when the new name is read, for only then is every source there, the files
 * named by {@code quarkus.config.locations} too.
 */
public final class RenamedSettings implements ConfigSourceInterceptor {

  /** New name → the one that it had. */
  static final Map<String, String> OLD_NAMES =
      Map.of(
          "fapiao.trust.account-url", "fapiao.account-url",
          "fapiao.notification.links.public-url", "fapiao.notification.public-url");

  /**
   * What is set.
   *
   * @throws IllegalStateException when it is set under the name that it had
   */
  @Override
  public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    String old = OLD_NAMES.get(name);
    if (old != null) {
      ConfigValue given = context.proceed(old);
      if (given != null && given.getValue() != null) {
        throw new IllegalStateException("does not start: " + old + " is called " + name + " now");
      }
    }
    return context.proceed(name);
  }
}
