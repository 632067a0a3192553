package org.fapiaosuite.gateway.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the portal's pages are. */
@ConfigMapping(prefix = "fapiao.gateway.pages")
public interface PagesConfig {

  /** The folder on the class path that the build puts the portal into. */
  @WithDefault("META-INF/resources")
  String folder();
}
