package org.fapiaosuite.fapiao.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.correction.CorrectionStatus;
import org.fapiaosuite.fapiao.correction.Reason;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.issuing.FapiaoStatus;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.progress.ProgressKind;
import org.fapiaosuite.fapiao.support.CaseStatus;
import org.fapiaosuite.fapiao.support.events.ReturnSituation;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN);

  @Test
  void every_term_has_words_in_every_language() {
    List<Worded> terms =
        Stream.<Worded[]>of(
                ApplicationStatus.values(),
                BlockReason.values(),
                Actor.values(),
                CaseStatus.values(),
                ReturnSituation.values(),
                ProgressKind.values(),
                FapiaoStatus.values(),
                CorrectionStatus.values(),
                Reason.values())
            .flatMap(Stream::of)
            .toList();
    for (Locale language : LANGUAGES) {
      terms.forEach(term -> assertTrue(!Wording.text(language, term.wordingKey()).isBlank()));
      for (DeliveryMethod method : DeliveryMethod.values()) {
        assertTrue(!Wording.text(language, "delivery." + method).isBlank());
      }
    }
  }

  @Test
  void every_language_has_the_same_keys() {
    assertEquals(keys(Locale.ROOT), keys(Locale.SIMPLIFIED_CHINESE));
    assertEquals(keys(Locale.ROOT), keys(Locale.GERMAN));
  }

  @Test
  void the_guides_own_words_stand_in_every_language() {
    for (Locale language : LANGUAGES) {
      assertTrue(Wording.text(language, ProgressKind.ISSUED.wordingKey()).contains("Issued"));
      assertTrue(
          Wording.text(language, ProgressKind.MAILED_OUT.wordingKey()).contains("Mailed out"));
    }
  }

  private static Set<String> keys(Locale locale) {
    ResourceBundle.Control own =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new TreeSet<>(ResourceBundle.getBundle("wording", locale, own).keySet());
  }
}
