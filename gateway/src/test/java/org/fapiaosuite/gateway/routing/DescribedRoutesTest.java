package org.fapiaosuite.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fapiaosuite.gateway.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of routes and the problems of the gateway against what the services describe. */
class DescribedRoutesTest {

  private static final String DESCRIPTIONS = "/api/openapi/";

  @ParameterizedTest
  @EnumSource(Upstream.class)
  void what_the_index_lists_is_described(Upstream service) throws IOException {
    // Given
    List<String> described = paths(service);
    // When
    List<String> nowhere =
        Routes.patternsOf(service).stream()
            .filter(pattern -> !pattern.startsWith(DESCRIPTIONS))
            .filter(pattern -> described.stream().noneMatch(path -> fits(path, pattern)))
            .toList();
    // Then
    assertEquals(List.of(), nowhere, "not built, so it is not to be listed");
  }

  @ParameterizedTest
  @EnumSource(Upstream.class)
  void what_is_described_is_listed_and_leads_to_its_service(Upstream service) throws IOException {
    for (String path : paths(service)) {
      Route route = Routes.find(path).orElseThrow(() -> new AssertionError("no route to " + path));

      assertEquals(service, route.upstream(), path);
      assertTrue(Routes.patternsOf(service).contains(route.pattern()), path + " is not listed");
    }
  }

  @ParameterizedTest
  @EnumSource(Upstream.class)
  void every_problem_of_the_gateway_is_a_type_that_the_service_describes(Upstream service)
      throws IOException {
    String document = document(service);

    List<String> unknown =
        Arrays.stream(Problem.values())
            .map(problem -> "- urn:fapiaosuite:problem:" + problem.slug() + "\n")
            .filter(type -> !document.contains(type))
            .toList();

    assertEquals(List.of(), unknown);
  }

  private static boolean fits(String path, String pattern) {
    String start = pattern.endsWith("/**") ? pattern.substring(0, pattern.length() - 3) : pattern;
    return path.equals(start) || (!start.equals(pattern) && path.startsWith(start + "/"));
  }

  /** The keys below {@code paths:}. */
  private static List<String> paths(Upstream service) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String line : document(service).split("\n", -1)) {
      if (line.matches("  /\\S+:")) {
        paths.add(line.substring(2, line.length() - 1));
      }
    }
    assertTrue(paths.size() > 3, "no paths found");
    return paths;
  }

  private static String document(Upstream service) throws IOException {
    return Files.readString(Path.of("..", service.slug() + "-service", "openapi.yaml"));
  }
}
