package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every route of the one API document is served by the running suite, and whatever is served at a
 * path is in it: the document as it is served, against the answers of the services behind it.
 */
class RoutesStory {
  private static final Pattern PATH = Pattern.compile("  (/\\S+):");
  private static final Pattern METHOD = Pattern.compile("    (get|put|post|patch|delete):");
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

  private static final Suite suite = Suite.shared();
  private static final Http gateway = suite.gateway();

  @Test
  void every_described_route_is_served() {
    List<String> missing = new ArrayList<>();
    described()
        .forEach(
            (path, methods) ->
                methods.forEach(
                    method -> {
                      Http.Answer answer = gateway.send(method, concrete(path), null);
                      if (!isServed(answer)) {
                        missing.add(method + " " + path + " " + answer.text());
                      }
                    }));

    assertEquals(List.of(), missing);
  }

  @Test
  void what_is_served_at_a_path_is_described() {
    Map<String, Set<String>> described = described();
    Map<String, Set<String>> undescribed = new TreeMap<>();
    Map<String, Set<String>> unserved = new TreeMap<>();
    for (String path : described.keySet()) {
      Set<String> known = methodsAt(concrete(path), described);
      String other = METHODS.stream().filter(it -> !known.contains(it)).findFirst().orElseThrow();
      Set<String> served = allowed(gateway.send(other, concrete(path), null).expect(405));
      undescribed.put(path, without(served, known));
      unserved.put(path, without(described.getOrDefault(path, Set.of()), served));
    }
    undescribed.values().removeIf(Set::isEmpty);
    unserved.values().removeIf(Set::isEmpty);

    assertEquals(Map.of(), undescribed);
    assertEquals(Map.of(), unserved);
  }

  /** Something answers: whoever is not signed in is told so, or what is wrong with the request. */
  private static boolean isServed(Http.Answer answer) {
    return answer.status() != 404 && answer.status() != 405 && answer.status() < 500;
  }

  /** An address can be that of several paths: {@code /sessions/refresh}, {@code /sessions/{id}}. */
  private static Set<String> methodsAt(String address, Map<String, Set<String>> described) {
    return described.entrySet().stream()
        .filter(path -> address.matches(path.getKey().replaceAll("\\{[a-zA-Z]+}", "[^/]+")))
        .flatMap(path -> path.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> methods, Set<String> others) {
    return methods.stream()
        .filter(method -> !others.contains(method))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> allowed(Http.Answer refused) {
    return Arrays.stream(refused.raw().headers().firstValue("Allow").orElse("").split(", *"))
        .filter(METHODS::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With values where the path has names. */
  private static String concrete(String path) {
    return path.replace("{platform}", "simulator")
        .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
  }

  /** The paths of the document, each with its methods. */
  private static Map<String, Set<String>> described() {
    Map<String, Set<String>> described = new TreeMap<>();
    Set<String> methods = new TreeSet<>();
    String document = gateway.get("/api/openapi.yaml").expect(200).text();
    for (String line :
        document
            .substring(document.indexOf("\npaths:\n"), document.indexOf("\ncomponents:\n"))
            .lines()
            .toList()) {
      Matcher path = PATH.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (path.matches()) {
        methods = new TreeSet<>();
        described.put(path.group(1), methods);
      } else if (method.matches()) {
        methods.add(method.group(1).toUpperCase(Locale.ROOT));
      }
    }
    assertTrue(described.size() > 90, "the search finds paths: " + described.keySet());
    return described;
  }
}
