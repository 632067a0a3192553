package org.fapiaosuite.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fapiaosuite.gateway.routing.Routes;
import org.fapiaosuite.gateway.routing.Upstream;
import org.fapiaosuite.testkit.openapi.Breaking;
import org.fapiaosuite.testkit.openapi.Description;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one document of all services, as the build has made it. */
class BundledApiTest {

  @SuppressWarnings("NullAway.Init") // before all
  private static JsonNode bundle;

  @BeforeAll
  static void read() throws IOException {
    bundle = Description.read(Path.of("target/classes/openapi.yaml"));
  }

  @Test
  void it_has_every_path_of_the_services_and_no_other() throws IOException {
    Set<String> described = new TreeSet<>();
    for (Upstream service : Upstream.values()) {
      described.addAll(
          paths(Description.read(Path.of("..", service.slug() + "-service", "openapi.yaml"))));
    }

    assertTrue(described.size() > 90, "paths: " + described.size());
    assertEquals(described, paths(bundle));
  }

  @Test
  void every_route_in_it_is_served() {
    assertEquals(
        List.of(), paths(bundle).stream().filter(path -> Routes.find(path).isEmpty()).toList());
  }

  @Test
  void every_served_route_is_in_it() {
    Set<String> found =
        paths(bundle).stream()
            .map(path -> Routes.find(path).orElseThrow().pattern())
            .collect(Collectors.toSet());

    assertEquals(
        List.of(),
        Arrays.stream(Upstream.values())
            .flatMap(service -> Routes.patternsOf(service).stream())
            .filter(pattern -> !pattern.startsWith("/api/openapi/"))
            .filter(pattern -> !found.contains(pattern))
            .toList());
  }

  @Test
  void every_reference_leads_somewhere() {
    Set<String> references = new TreeSet<>(bundle.findValuesAsText("$ref"));

    assertTrue(references.size() > 100, "references: " + references.size());
    assertEquals(
        List.of(),
        references.stream()
            .filter(reference -> bundle.at(reference.substring(1)).isMissingNode())
            .toList());
  }

  @Test
  void every_problem_of_every_service_is_among_its_types() throws IOException {
    Set<String> types = types(bundle);
    for (Upstream service : Upstream.values()) {
      Set<String> own =
          types(Description.read(Path.of("..", service.slug() + "-service", "openapi.yaml")));
      assertFalse(own.isEmpty());
      own.removeAll(types);
      assertEquals(Set.of(), own, service.slug());
    }
  }

  /** When something is to break: see deploy/testkit/baseline. */
  @Test
  void nothing_that_programs_rely_on_is_missing() throws IOException {
    JsonNode baseline = Description.read(Path.of("openapi-baseline.yaml"));

    assertTrue(paths(baseline).size() > 90, "paths: " + paths(baseline).size());
    assertEquals("", String.join("\n", Breaking.between(baseline, bundle)));
  }

  private static Set<String> types(JsonNode api) {
    Set<String> types = new HashSet<>();
    api.at("/components/schemas/HttpProblem/properties/type/enum")
        .forEach(urn -> types.add(urn.asText()));
    return types;
  }

  private static Set<String> paths(JsonNode api) {
    return api.path("paths").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
