package org.fapiaosuite.notification.intake;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who hears of what concerns the service centre itself. */
@ConfigMapping(prefix = "fapiao.notification.service-centre")
public interface ServiceCentreConfig {

  /** Addresses of staff; without any, nobody is told by mail. */
  Optional<List<String>> addresses();
}
