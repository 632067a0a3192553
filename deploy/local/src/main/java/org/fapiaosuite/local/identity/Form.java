package org.fapiaosuite.local.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a query or of a form (application/x-www-form-urlencoded). */
record Form(Map<String, String> fields) {

  /**
   * Reads it.
   *
   * @throws OAuthError when a field stands there twice
   */
  static Form of(@Nullable String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (fields.put(name, value) != null) {
        throw new OAuthError("invalid_request", "a parameter stands there twice");
      }
    }
    return new Form(fields);
  }

  /** Empty when it is not given. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /**
   * What has to be there.
   *
   * @throws OAuthError when it is not
   */
  String required(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new OAuthError("invalid_request", name + " is missing");
    }
    return value;
  }

  /** The fields as a query. */
  static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new OAuthError("invalid_request", "a parameter cannot be read");
    }
  }
}
