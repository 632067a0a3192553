package org.fapiaosuite.notification.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.fapiaosuite.rest.language.Languages;
import org.fapiaosuite.rest.problem.ProblemTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

  @ParameterizedTest
  @EnumSource
  void every_problem_has_its_words_in_every_language(Problem problem) {
    for (Locale locale : Languages.SERVED) {
      assertFalse(ProblemTexts.title(problem, locale).isBlank());
      assertFalse(ProblemTexts.detail(problem, locale, 1, 2, 3).isBlank());
    }
  }

  @Test
  void slugs_are_unique() {
    long slugs = Arrays.stream(Problem.values()).map(Problem::slug).distinct().count();
    assertEquals(Problem.values().length, slugs);
  }

  @Test
  void every_language_has_the_same_keys() {
    for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.GERMAN}) {
      assertEquals(keys(Locale.ROOT), keys(locale));
    }
  }

  private static Set<String> keys(Locale locale) {
    ResourceBundle.Control own =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new TreeSet<>(ResourceBundle.getBundle("problems", locale, own).keySet());
  }
}
