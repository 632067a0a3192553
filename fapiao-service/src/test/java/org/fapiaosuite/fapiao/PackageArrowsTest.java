package org.fapiaosuite.fapiao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The arrows between this service's packages, each of them listed in {@code package-arrows.txt}. A
 * package stands there above those it knows, so that there is no circle either.
 */
class PackageArrowsTest {

  private static final String ROOT = "org.fapiaosuite.fapiao";

  private final Map<String, TreeSet<String>> listed = listed();
  private final Map<String, TreeSet<String>> present = present();

  @Test
  void every_arrow_is_listed_and_every_listed_one_exists() {
    assertEquals(text(listed), text(present));
  }

  @Test
  void no_arrow_points_upwards() {
    List<String> order = List.copyOf(listed.keySet());

    List<String> upwards = new ArrayList<>();
    listed.forEach(
        (user, used) ->
            used.stream()
                .filter(other -> order.indexOf(other) <= order.indexOf(user))
                .forEach(other -> upwards.add(user + " -> " + other)));

    assertEquals(List.of(), upwards);
  }

  /** The lines of the list, in its order; packages it does not have come last. */
  private String text(Map<String, TreeSet<String>> arrows) {
    List<String> order = List.copyOf(listed.keySet());
    return arrows.keySet().stream()
        .sorted(
            Comparator.comparing((String name) -> order.indexOf(name) < 0)
                .thenComparing(order::indexOf)
                .thenComparing(Comparator.naturalOrder()))
        .map(name -> (name + ": " + String.join(" ", arrows.get(name))).strip())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Map<String, TreeSet<String>> present() {
    Map<String, TreeSet<String>> arrows = new LinkedHashMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT)) {
      TreeSet<String> used = arrows.computeIfAbsent(name(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(use -> use.getTargetClass().getBaseComponentType())
          .filter(other -> other.getPackageName().startsWith(ROOT + "."))
          .map(PackageArrowsTest::name)
          .filter(other -> !other.equals(name(type)))
          .forEach(used::add);
    }
    arrows.remove("");
    return arrows;
  }

  private static String name(JavaClass type) {
    return type.getPackageName().equals(ROOT)
        ? ""
        : type.getPackageName().substring(ROOT.length() + 1);
  }

  private static Map<String, TreeSet<String>> listed() {
    Map<String, TreeSet<String>> arrows = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] sides = line.split(":", 2);
      arrows.put(
          sides[0],
          Arrays.stream(sides[1].strip().split(" "))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return arrows;
  }

  private static List<String> lines() {
    try (InputStream list =
        Objects.requireNonNull(
            PackageArrowsTest.class.getResourceAsStream("/package-arrows.txt"))) {
      return Stream.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
