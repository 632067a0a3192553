package org.fapiaosuite.rest.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clock of a service unless a test brings its own; the machine's, but in a rehearsal. */
@ApplicationScoped
class SystemClock {
  private static final Set<String> PROFILES = Set.of("local", "dev", "test");

  private final Optional<Path> ahead;

  SystemClock(RehearsalConfig rehearsal) {
    this.ahead = rehearsal.clockAhead();
  }

  void check(@Observes StartupEvent event) {
    if (refuses(ConfigUtils.getProfiles())) {
      throw new IllegalStateException(
          "does not start: fapiao.rehearsal.clock-ahead is for the local profile only");
    }
  }

  /** Whether a service in these profiles must not go by this clock. */
  boolean refuses(List<String> profiles) {
    return ahead.isPresent() && profiles.stream().noneMatch(PROFILES::contains);
  }

  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock() {
    Clock machine = Clock.systemUTC();
    return ahead.<Clock>map(file -> new RehearsalClock(file, machine)).orElse(machine);
  }
}
