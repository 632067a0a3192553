package org.fapiaosuite.fapiao.correction;

import java.util.Locale;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.wording.Wording;
import org.fapiaosuite.rest.language.Localised;

/** A decision as a sentence: what is to be done, and each reason with its source. */
record DecisionWords(Decision decision) implements Localised {

  static DecisionWords of(Decision decision) {
    return new DecisionWords(decision);
  }

  @Override
  public String in(Locale locale) {
    Awaited awaited = decision.waitingFor();
    String outcome =
        Wording.text(
            locale,
            awaited == null ? "correction." + decision.outcome() : "correction.waiting." + awaited);
    return decision.reasons().stream()
        .map(
            reason ->
                Wording.text(locale, "correction.because", reason.in(locale), reason.source()))
        .collect(Collectors.joining(" ", outcome + " ", ""));
  }
}
