package org.fapiaosuite.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7-en\"", " \"7-zh-CN\" ", "\"6-en\", \"7-de\"", "*"})
  void who_names_the_version_may_change_it(String ifMatch) {
    assertDoesNotThrow(() -> Versions.demand(ifMatch, 7));
    assertDoesNotThrow(() -> Versions.check(ifMatch, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"6-en\"",
        "7",
        "7-en",
        "\"7\"",
        "W/\"7-en\"",
        "\"77-en\"",
        "\"-7-en\"",
        "\"x\"",
        "\"\"",
        ","
      })
  void who_names_another_has_to_read_again(String ifMatch) {
    assertEquals(
        StandardProblem.PRECONDITION_FAILED,
        assertThrows(ProblemException.class, () -> Versions.demand(ifMatch, 7)).problem());
    assertEquals(
        StandardProblem.PRECONDITION_FAILED,
        assertThrows(ProblemException.class, () -> Versions.check(ifMatch, 7)).problem());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void who_names_none_may_not_edit(@Nullable String ifMatch) {
    assertEquals(
        StandardProblem.PRECONDITION_REQUIRED,
        assertThrows(ProblemException.class, () -> Versions.demand(ifMatch, 7)).problem());
  }

  @ParameterizedTest
  @NullSource
  void who_does_not_care_may_act(@Nullable String ifMatch) {
    assertDoesNotThrow(() -> Versions.check(ifMatch, 7));
  }
}
