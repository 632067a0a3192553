package org.fapiaosuite.ordersync.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The payment platforms by name: what stands in the path of their pushes. */
@ConfigMapping(prefix = "fapiao.order-sync.platforms")
public interface PlatformsConfig {

  @WithParentName
  Map<String, PlatformConfig> byName();
}
