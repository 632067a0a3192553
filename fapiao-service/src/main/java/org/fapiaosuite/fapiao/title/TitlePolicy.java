package org.fapiaosuite.fapiao.title;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What the seller demands of titles beyond what the tax platform checks. */
@ConfigMapping(prefix = "fapiao.titles")
public interface TitlePolicy {

  /**
   * Whether an organisation has to state its taxpayer id. Without it the Fapiao is no tax voucher
   * for an enterprise (STA Announcement 2017 No. 16).
   */
  @WithDefault("true")
  boolean organizationNeedsTaxpayerId();

  /** The most titles one account may keep. */
  @WithDefault("200")
  @Min(1)
  int mostTitles();
}
