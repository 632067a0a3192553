package org.fapiaosuite.notification.templates;

import io.smallrye.config.ConfigMapping;

/** Where the links in mails lead; never taken from a request. */
@ConfigMapping(prefix = "fapiao.notification.links")
public interface LinkConfig {

  /** Base URL of the pages (the gateway), without a slash at the end. */
  String publicUrl();
}
