package org.fapiaosuite.account.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Phone and branch of the operator. */
@ConfigMapping(prefix = "fapiao.account.contact")
public interface ContactConfig {

  /** Customer service, also for a forgotten sign-in address. */
  @WithDefault("(86) 400-089-0365")
  String servicePhone();

  /** Where a Fapiao can be picked up. */
  Branch branch();

  /** The Shanghai branch. */
  interface Branch {

    /** In words a visitor can follow. */
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657")
    String address();

    /** Whom to ask for. */
    @WithDefault("Zhu qin qin")
    String contact();

    /** The branch's own number. */
    @WithDefault("021-28986102")
    String phone();
  }
}
