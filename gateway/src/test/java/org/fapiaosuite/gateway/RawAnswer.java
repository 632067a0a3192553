package org.fapiaosuite.gateway;

import java.util.List;
import java.util.Locale;

/** An answer as it stood on the wire. */
public record RawAnswer(int status, List<String> headers, String body) {

  static RawAnswer of(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n");
    int status =
        lines[0].matches("HTTP/1[.][01] [0-9]{3}.*")
            ? Integer.parseInt(lines[0].substring(9, 12))
            : 0;
    return new RawAnswer(
        status, List.of(lines).subList(1, lines.length), parts.length > 1 ? parts[1] : "");
  }

  /** All values of a header, in order, joined by a comma; empty without one. */
  public String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return String.join(
        ",",
        headers.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
            .map(line -> line.substring(prefix.length()).strip())
            .toList());
  }
}
