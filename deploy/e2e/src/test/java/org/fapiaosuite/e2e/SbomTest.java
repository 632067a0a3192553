package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service is made of is written down whole, and nothing is in it that nobody uses. */
class SbomTest {
  private static final Path ROOT = Path.of("../..");

  /** Came along with tracing, to send traces over gRPC. */
  private static final Pattern UNUSED = Pattern.compile("grpc|protobuf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account-service",
        "order-sync-service",
        "fapiao-service",
        "notification-service",
        "gateway"
      })
  void every_jar_that_is_delivered_is_written_down_and_used(String service) throws IOException {
    // Given
    Path target = ROOT.resolve(service).resolve("target");

    // When
    JsonNode sbom = Http.JSON.readTree(target.resolve("quarkus-run-cyclonedx.json").toFile());
    Set<String> jars = jars(target.resolve("quarkus-app/lib"));

    // Then
    assertEquals("CycloneDX", sbom.path("bomFormat").asText());
    Set<String> written = names(sbom);
    List<String> missing = jars.stream().filter(jar -> !written.contains(jar)).toList();
    assertTrue(jars.size() > 50, "the search finds jars: " + jars.size());
    assertEquals(List.of(), missing);
    assertEquals(List.of(), jars.stream().filter(UNUSED.asPredicate()).toList());
  }

  /** {@code <group>.<artifact>-<version>.jar}, as Quarkus calls them. */
  private static Set<String> names(JsonNode sbom) {
    Set<String> names = new TreeSet<>();
    for (JsonNode component : sbom.path("components")) {
      String version = component.path("version").asText();
      String purl = component.path("purl").asText();
      String classifier =
          purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]*).*", "$1") : "";
      names.add(
          component.path("group").asText()
              + "."
              + component.path("name").asText()
              + "-"
              + version
              + classifier
              + ".jar");
    }
    return names;
  }

  private static Set<String> jars(Path lib) throws IOException {
    try (Stream<Path> files = Files.walk(lib)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
