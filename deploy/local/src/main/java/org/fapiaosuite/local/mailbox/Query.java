package org.fapiaosuite.local.mailbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What an address asks for after its question mark; of a name that comes twice, the first. */
record Query(Map<String, String> values) {

  static Query of(URI uri) {
    Map<String, String> values = new HashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          // A plus sign is part of many addresses; scripts do not bother to escape it.
          String value = pair.substring(equals + 1).replace("+", "%2B");
          values.putIfAbsent(
              pair.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
      }
    }
    return new Query(Map.copyOf(values));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Without blanks around it; empty when it is not given. */
  String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when it is none or beyond the bounds, with a message for the
   *     caller
   */
  long number(String name, long least, long most, long otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
  }
}
