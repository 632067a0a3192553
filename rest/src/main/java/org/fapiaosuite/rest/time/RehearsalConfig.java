package org.fapiaosuite.rest.time;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Another day, to try out what it brings; in the local profile only. */
@ConfigMapping(prefix = "fapiao.rehearsal")
public interface RehearsalConfig {

  /**
   * A file that says by how much this service's clock is ahead of the machine's, as ISO 8601
   * duration ({@code P30D}, {@code PT2H30M}); read anew while the service runs, and nothing where
   * there is no such file. Outside of the local profile the service refuses to start with it.
   */
  Optional<Path> clockAhead();
}
