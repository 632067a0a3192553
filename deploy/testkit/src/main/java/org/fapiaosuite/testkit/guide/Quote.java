package org.fapiaosuite.testkit.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A function of a script as it stands in its file, with the comment above it. */
final class Quote {

  private Quote() {}

  /**
   * The function's lines.
   *
   * @throws IllegalArgumentException when the file has no such function
   */
  static String of(Path script, String function) throws IOException {
    List<String> lines = Files.readAllLines(script);
    Pattern head =
        Pattern.compile("(export )?(async )?function\\*? " + Pattern.quote(function) + "\\(.*");
    for (int at = 0; at < lines.size(); at++) {
      if (head.matcher(lines.get(at)).matches()) {
        return String.join("\n", lines.subList(start(lines, at), end(lines, at) + 1));
      }
    }
    throw new IllegalArgumentException(script + " has no function " + function);
  }

  private static int start(List<String> lines, int head) {
    int start = head;
    while (start > 0 && lines.get(start - 1).matches("(//|/\\*\\*| \\*).*")) {
      start--;
    }
    return start;
  }

  private static int end(List<String> lines, int head) {
    int end = head;
    while (!lines.get(end).equals("}")) {
      end++;
    }
    return end;
  }
}
