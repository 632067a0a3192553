package org.fapiaosuite.fapiao.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.application.Action.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action in every state, against a table that was written by hand. */
class ActionMatrixTest {

  private static final Map<Character, Step> STEPS =
      Map.of('G', Step.GO, 'S', Step.STAY, '.', Step.REFUSE);

  private static final List<ApplicationStatus> STATES = List.of(ApplicationStatus.values());

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @MethodSource
  void each_action_in_each_state(Action action, ApplicationStatus state, Step step) {
    assertEquals(step, action.step(state));
  }

  static Stream<Arguments> each_action_in_each_state() {
    return matrix().entrySet().stream()
        .flatMap(
            row ->
                IntStream.range(0, STATES.size())
                    .mapToObj(
                        i ->
                            Arguments.of(
                                row.getKey(), STATES.get(i), STEPS.get(row.getValue().charAt(i)))));
  }

  @Test
  void the_table_is_complete() {
    assertEquals(List.of(Action.values()), new ArrayList<>(matrix().keySet()));
    matrix().values().forEach(r -> assertEquals(ApplicationStatus.values().length, r.length()));
  }

  static Map<Action, String> matrix() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ActionMatrixTest.class.getResourceAsStream("/action-matrix.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(
              Collectors.toMap(
                  row -> Action.valueOf(row[0]),
                  row -> row[1],
                  (a, b) -> a,
                  java.util.LinkedHashMap::new));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
