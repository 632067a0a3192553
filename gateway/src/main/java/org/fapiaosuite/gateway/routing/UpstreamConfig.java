package org.fapiaosuite.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Base URLs of the services, {@code http://host:port} without a path. */
@ConfigMapping(prefix = "fapiao.gateway.upstreams")
public interface UpstreamConfig {

  /** account-service. */
  @WithDefault("http://127.0.0.1:8081")
  URI account();

  /** order-sync-service. */
  @WithDefault("http://127.0.0.1:8082")
  URI orderSync();

  /** fapiao-service. */
  @WithDefault("http://127.0.0.1:8083")
  URI fapiao();

  /** notification-service. */
  @WithDefault("http://127.0.0.1:8084")
  URI notification();

  /** The base URL of one of them. */
  default URI of(Upstream upstream) {
    return switch (upstream) {
      case ACCOUNT -> account();
      case ORDER_SYNC -> orderSync();
      case FAPIAO -> fapiao();
      case NOTIFICATION -> notification();
    };
  }
}
