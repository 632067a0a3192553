package org.fapiaosuite.local.children;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line of a child: {@code --name value} pairs, all of them required by who asks. */
public record Arguments(Map<String, String> values) {

  /**
   * Reads {@code --name value --name value}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Arguments parse(String... args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("Expected --name value, got " + List.of(args));
      }
      values.put(args[i].substring(2), args[i + 1]);
    }
    return new Arguments(Map.copyOf(values));
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public Path path(String name) {
    return Path.of(text(name)).toAbsolutePath();
  }

  public List<String> list(String name) {
    return List.of(text(name).split(",", -1));
  }
}
