package org.fapiaosuite.fapiao.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.application.Action.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action in every state, against a table that was written by hand. It stands in for the
 * compiler, which would not miss a state in the sets of {@link Action}: the table names each state
 * and each action, and fails for one that it does not name.
 */
class ActionMatrixTest {

  private static final Map<Character, Step> STEPS =
      Map.of('G', Step.GO, 'S', Step.STAY, '.', Step.REFUSE);

  private static final List<String> LINES = lines();
  private static final List<String> STATES = List.of(LINES.get(0).split(" ")).subList(1, columns());

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @MethodSource
  void each_action_does_in_each_state_what_the_table_says(
      Action action, ApplicationStatus state, Step step) {
    assertEquals(step, action.step(state));
  }

  static Stream<Arguments> each_action_does_in_each_state_what_the_table_says() {
    return rows().entrySet().stream()
        .flatMap(
            row ->
                IntStream.range(0, STATES.size())
                    .mapToObj(
                        i ->
                            Arguments.of(
                                Action.valueOf(row.getKey()),
                                ApplicationStatus.valueOf(STATES.get(i)),
                                STEPS.get(row.getValue().charAt(i)))));
  }

  @Test
  void every_state_and_every_action_is_decided_on() {
    assertEquals(Arrays.stream(ApplicationStatus.values()).map(Enum::name).toList(), STATES);
    assertEquals(
        Arrays.stream(Action.values()).map(Enum::name).toList(), List.copyOf(rows().keySet()));
    rows().forEach((action, steps) -> assertEquals(STATES.size(), steps.length(), action));
  }

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    LINES.stream().skip(1).map(line -> line.split(" ")).forEach(row -> rows.put(row[0], row[1]));
    return rows;
  }

  private static int columns() {
    return LINES.get(0).split(" ").length;
  }

  private static List<String> lines() {
    try (InputStream table =
        Objects.requireNonNull(ActionMatrixTest.class.getResourceAsStream("/action-matrix.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
