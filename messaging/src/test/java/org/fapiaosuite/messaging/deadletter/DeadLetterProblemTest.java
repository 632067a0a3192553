package org.fapiaosuite.messaging.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Collectors;
import org.fapiaosuite.rest.language.Languages;
import org.fapiaosuite.rest.problem.ProblemTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterProblemTest {

  @ParameterizedTest
  @EnumSource
  void every_problem_has_words_of_its_own_in_every_language(DeadLetterProblem problem) {
    Languages.SERVED.forEach(locale -> assertFalse(ProblemTexts.detail(problem, locale).isBlank()));
    assertEquals(
        Languages.SERVED.size(),
        Languages.SERVED.stream()
            .map(locale -> ProblemTexts.title(problem, locale))
            .collect(Collectors.toSet())
            .size());
  }
}
