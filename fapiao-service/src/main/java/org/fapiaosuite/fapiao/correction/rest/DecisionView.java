package org.fapiaosuite.fapiao.correction.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.correction.Awaited;
import org.fapiaosuite.fapiao.correction.Decision;
import org.fapiaosuite.fapiao.correction.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the law has done with a Fapiao as things stand.
 *
 * @param decision what is to be done
 * @param waitingFor what has to come first; only with WAIT
 * @param reasons why, 1 or more
 */
@Schema(name = "CorrectionDecision")
record DecisionView(
    Decision.Outcome decision, @Nullable Awaited waitingFor, List<ReasonView> reasons) {

  /**
   * A reason and the rule it comes from.
   *
   * @param code the reason, for programs
   * @param text the same in words, in the caller's language. Example: {@code It was issued in
   *     another month.}
   * @param source the rule, as it is cited in China. Example: {@code 国税发〔2006〕156号第十三条}.
   */
  @Schema(name = "CorrectionReason")
  record ReasonView(Reason code, String text, String source) {}

  static DecisionView of(Decision decision, Locale locale) {
    return new DecisionView(
        decision.outcome(),
        decision.waitingFor(),
        decision.reasons().stream()
            .map(reason -> new ReasonView(reason, reason.in(locale), reason.source()))
            .toList());
  }
}
