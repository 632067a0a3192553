package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of the answers that a document describes were given. */
final class DescribedStatuses {

  /** All operations stand behind what answers with them, so one operation is as good as another. */
  private static final Set<String> OF_ALL_OPERATIONS =
      Set.of("400", "401", "403", "406", "413", "415", "500", "503");

  /** No service answers with them. */
  private static final Set<String> OF_THE_GATEWAY = Set.of("429", "502", "504");

  private DescribedStatuses() {}

  /**
   * The described answers that are not among those given, as {@code operation status}; the star is
   * any operation. An answer is an operation's own unless the document refers to one of all.
   */
  static Set<String> without(Set<String> answered, JsonNode api) {
    Set<String> anywhere =
        answered.stream()
            .map(line -> "* " + line.substring(line.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (JsonNode operation : api.findParents("operationId")) {
      String id = operation.path("operationId").asText();
      for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
        String status = answer.getKey();
        boolean shared = answer.getValue().has("$ref");
        if (shared && OF_THE_GATEWAY.contains(status)) {
          continue;
        }
        missing.add((shared && OF_ALL_OPERATIONS.contains(status) ? "*" : id) + " " + status);
      }
    }
    missing.removeAll(answered);
    missing.removeAll(anywhere);
    return missing;
  }
}
