package org.fapiaosuite.fapiao.correction;

import java.time.Instant;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.jspecify.annotations.Nullable;

/** What a clerk asks for, read against the Fapiao it is about. */
public interface PreparationRequest {

  /** What is meant; amounts left out are all that is left. */
  CorrectionPlan plan(Fapiao fapiao);

  /** The form, entered now; null for none. */
  @Nullable CorrectionForm form(Instant now);

  /** What was done at the tax bureau already; null when nothing was. */
  @Nullable ActAtBureau act();
}
