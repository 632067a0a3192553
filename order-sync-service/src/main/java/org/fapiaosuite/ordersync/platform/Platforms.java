package org.fapiaosuite.ordersync.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The platforms we do business with. */
@Startup
@ApplicationScoped
public class Platforms {
  private final Map<String, PlatformAdapter> adapters = new TreeMap<>();
  private final PlatformsConfig config;

  /**
   * @throws IllegalArgumentException when a platform names an adapter that does not exist
   */
  Platforms(PlatformsConfig config, @All List<PlatformAdapter.Factory> factories) {
    this.config = config;
    config
        .byName()
        .forEach((name, platform) -> adapters.put(name, create(name, platform, factories)));
  }

  private static PlatformAdapter create(
      String name, PlatformConfig config, List<PlatformAdapter.Factory> factories) {
    return factories.stream()
        .filter(factory -> factory.kind().equals(config.adapter()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no adapter " + config.adapter()))
        .create(name, config);
  }

  public Optional<PlatformAdapter> find(String name) {
    return Optional.ofNullable(adapters.get(name));
  }

  public Collection<PlatformAdapter> all() {
    return adapters.values();
  }

  /** Whether there are statements to be had of a platform; not of one that is gone. */
  public boolean makesStatements(String name) {
    PlatformConfig platform = config.byName().get(name);
    return platform != null && platform.url().isPresent();
  }

  /** The policy of a platform; of one that is gone the careful one. */
  public MissingStatement missingStatement(String name) {
    PlatformConfig platform = config.byName().get(name);
    return platform == null ? MissingStatement.HOLD : platform.missingStatement();
  }
}
