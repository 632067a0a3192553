package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.at;
import static org.fapiaosuite.production.Yaml.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON Patch (RFC 6902), as much of it as the overlays use. */
final class JsonPatch {
  private JsonPatch() {}

  /**
   * Changes the object in place.
   *
   * @throws IllegalArgumentException for an operation other than {@code add} and {@code replace},
   *     and for a path that does not exist
   */
  @SuppressWarnings("unchecked")
  static void apply(Map<String, Object> object, Map<String, Object> operation) {
    String path = text(operation, "path").substring(1);
    int last = path.lastIndexOf('/');
    String key = path.substring(last + 1);
    Object parent = at(object, path.substring(0, last));
    Object value = Yaml.copy(Objects.requireNonNull(operation.get("value"), path));
    String what = text(operation, "op") + (parent instanceof List<?> ? " to list" : "");
    if (what.equals("add to list") && key.equals("-")) {
      ((List<Object>) Objects.requireNonNull(parent)).add(value);
    } else if (what.equals("add") && parent instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(key, value);
    } else if (what.equals("replace") && parent instanceof Map<?, ?> map && map.containsKey(key)) {
      ((Map<String, Object>) map).put(key, value);
    } else {
      throw new IllegalArgumentException("not applied: " + operation);
    }
  }
}
