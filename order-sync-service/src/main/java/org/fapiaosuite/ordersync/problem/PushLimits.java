package org.fapiaosuite.ordersync.problem;

import jakarta.enterprise.context.ApplicationScoped;
import org.fapiaosuite.rest.strict.BodyLimit;

/** Pushes carry what the platform chooses to; everything else is typed by people. */
@ApplicationScoped
class PushLimits implements BodyLimit {
  private static final int LARGEST_PUSH = 256 * 1024;
  private static final int LARGEST_BATCH = 1024 * 1024;

  @Override
  public int of(String path) {
    if (!path.startsWith("/api/v1/platforms/")) {
      return STANDARD;
    }
    return path.endsWith("/batch") ? LARGEST_BATCH : LARGEST_PUSH;
  }
}
