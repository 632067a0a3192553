package org.fapiaosuite.account.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.fapiaosuite.rest.language.InEachLanguage;

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
    Address address();

    /** Whom to ask for. */
    @WithDefault("Zhu qin qin")
    String contact();

    /** The branch's own number. */
    @WithDefault("021-28986102")
    String phone();

    /** When somebody is there, China time. */
    Hours hours();
  }

  /** The branch's address, in each language. */
  interface Address extends InEachLanguage {

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657")
    String en();

    @Override
    @WithDefault("上海市浦东新区科苑路88号德国中心3号楼657室")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road 88, German Center, Gebäude 3, Raum 657")
    String de();
  }

  /** The branch's hours, in each language. */
  interface Hours extends InEachLanguage {

    @Override
    @WithDefault("9:00 to 17:30 on Chinese working days")
    String en();

    @Override
    @WithDefault("工作日 9:00–17:30")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("9:00 bis 17:30 Uhr an chinesischen Arbeitstagen")
    String de();
  }
}
