package org.fapiaosuite.notification.templates;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who writes, and where the reader finds us. */
@ConfigMapping(prefix = "fapiao.notification.sender")
public interface SenderConfig {

  /** Address the mails come from; its domain is also the right-hand side of every Message-ID. */
  @WithDefault("fapiao@service-centre.example")
  String address();

  /** Name beside the address and at the head of a mail. */
  Name name();

  /** Phone number of the customer service (requirements F18). */
  @WithDefault("(86) 400-089-0365")
  String phone();

  /** Where Fapiaos are picked up (requirements F11). */
  Branch branch();

  /** Our name, by language. */
  interface Name {
    /** In Chinese. */
    @WithDefault("发票服务中心")
    String chinese();

    /** In Latin letters. */
    @WithDefault("Fapiao Service Centre")
    String latin();
  }

  /** The branch's hours, by language. */
  interface Hours {
    /** In Chinese. */
    @WithDefault("工作日 9:00–17:30")
    String chinese();

    /** In English. */
    @WithDefault("9:00 to 17:30 on Chinese working days")
    String english();

    /** In German. */
    @WithDefault("9:00 bis 17:30 Uhr an chinesischen Arbeitstagen")
    String german();
  }

  /** The branch, by language. */
  interface Branch {
    /** What events call it. */
    @WithDefault("Shanghai")
    String name();

    /** Address in Chinese. */
    @WithDefault("上海市浦东新区科苑路88号德国中心3号楼657室")
    String chinese();

    /** Address in Latin letters. */
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657")
    String latin();

    /** Who is there, in Latin letters. */
    @WithDefault("Zhu qin qin")
    String contact();

    /** Who is there, in Chinese. */
    @WithDefault("朱琴琴")
    String contactChinese();

    /** Phone number there. */
    @WithDefault("021-28986102")
    String phone();

    /** When somebody is there, China time. */
    Hours hours();
  }
}
