package org.fapiaosuite.production;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML as maps and lists, and the way through them. Keys that occur twice are refused. */
final class Yaml {
  private static final LoadSettings STRICT =
      LoadSettings.builder().setAllowDuplicateKeys(false).build();

  private Yaml() {}

  /** Every document of the text that is not empty, with {@code <<} merged in. */
  static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Load(STRICT).loadAllFromString(text)) {
      if (document != null) {
        documents.add(map(Objects.requireNonNull(merged(document))));
      }
    }
    return documents;
  }

  /** A document that is a list. */
  static List<Map<String, Object>> list(String text) {
    return maps(new Load(STRICT).loadFromString(text));
  }

  /**
   * What stands at a path of keys, null where nothing does; a number is a place in a list.
   *
   * @param path separated by slashes, for example {@code spec/template/spec}
   */
  static @Nullable Object at(@Nullable Object from, String path) {
    Object here = from;
    for (String step : path.split("/", -1)) {
      if (here instanceof List<?> list) {
        int place = Integer.parseInt(step);
        here = place < list.size() ? list.get(place) : null;
      } else {
        here = here instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return here;
  }

  static String text(@Nullable Object from, String path) {
    Object value = at(from, path);
    return value == null ? "" : String.valueOf(value);
  }

  /** The map at a path; empty where there is none. */
  static Map<String, Object> mapAt(@Nullable Object from, String path) {
    Object value = at(from, path);
    return value == null ? Map.of() : map(value);
  }

  /** The list of maps at a path; empty where there is none. */
  static List<Map<String, Object>> mapsAt(@Nullable Object from, String path) {
    Object value = at(from, path);
    return value == null ? List.of() : maps(value);
  }

  /** The list at a path as texts; empty where there is none. */
  static List<String> textsAt(@Nullable Object from, String path) {
    Object value = at(from, path);
    return value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList();
  }

  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, each) -> map.put(String.valueOf(key), each));
    return map;
  }

  /** A copy that shares nothing with the original. */
  static Object copy(Object value) {
    return Objects.requireNonNull(merged(value));
  }

  private static List<Map<String, Object>> maps(Object value) {
    return ((List<?>) value).stream().map(each -> map(Objects.requireNonNull(each))).toList();
  }

  private static @Nullable Object merged(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(merged(each)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    if (map.get("<<") instanceof Map<?, ?> defaults) {
      copy.putAll((Map<?, ?>) Objects.requireNonNull(merged(defaults)));
    }
    map.forEach(
        (key, each) -> {
          if (!"<<".equals(key)) {
            copy.put(key, merged(each));
          }
        });
    return copy;
  }
}
