package org.fapiaosuite.account.command;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What is set otherwise while a command runs, above all that is configured: it listens nowhere that
 * the service does, takes no events and does no jobs, and its logs go where its answer does not.
 */
public class CommandSettings implements ConfigSource {

  /** Above system properties (400), from which the configured files may come. */
  private static final int ORDINAL = 500;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.management.port", "0",
          "quarkus.scheduler.enabled", "false",
          "mp.messaging.incoming.order-events.enabled", "false",
          "quarkus.log.level", "WARN",
          "quarkus.log.console.stderr", "true",
          "quarkus.banner.enabled", "false",
          "fapiao.account.demo-staff-password", "",
          "fapiao.messaging.copy", "");

  private static volatile boolean inForce;

  /** From now on, for the process that runs a command. */
  static void apply() {
    inForce = true;
  }

  @Override
  public Set<String> getPropertyNames() {
    return inForce ? SETTINGS.keySet() : Set.of();
  }

  @Override
  public @Nullable String getValue(String name) {
    return inForce ? SETTINGS.get(name) : null;
  }

  @Override
  public String getName() {
    return "settings of a command";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
