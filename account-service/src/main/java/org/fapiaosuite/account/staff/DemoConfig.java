package org.fapiaosuite.account.staff;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What a demonstration needs, and a production refuses. */
@ConfigMapping(prefix = "fapiao.account")
public interface DemoConfig {

  /** Creates the demonstration staff with this password; in the local profile only. */
  Optional<String> demoStaffPassword();
}
