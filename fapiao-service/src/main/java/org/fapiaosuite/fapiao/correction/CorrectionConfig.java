package org.fapiaosuite.fapiao.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What of corrections tax bureaus and sellers do differently, and how often deficits are looked
 * for.
 */
@ConfigMapping(prefix = "fapiao.correction")
public interface CorrectionConfig {

  /**
   * Which form takes back a special paper Fapiao with a number of 20 digits: INFORMATION, as for
   * other paper, or CONFIRMATION, as for electronic ones.
   */
  @WithDefault("INFORMATION")
  FormKind unifiedPaperForm();

  /**
   * Whether a stamped copy of the bookkeeping copy may be sent where the buyer's copies are lost.
   */
  @WithDefault("true")
  boolean stampedCopies();

  /** How often staff are told of deficits that nobody was told of. */
  @WithDefault("1m")
  Duration watchEvery();
}
