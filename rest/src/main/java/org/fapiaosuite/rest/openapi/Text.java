package org.fapiaosuite.rest.openapi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment says: words, and the examples it ends with ({@code Example: `…`}).
 *
 * @param words Markdown; begins with a capital and ends with a full stop
 * @param examples as written; the schema says what kind of value each is
 */
record Text(String words, List<String> examples) {

  private static final Pattern EXAMPLES =
      Pattern.compile("\\s*Examples?: (`[^`]+`(?:(?:,| or) `[^`]+`)*)\\.?\\s*$");

  private static final Pattern EXAMPLE = Pattern.compile("`([^`]+)`");

  static Text of(String comment) {
    Matcher examples = EXAMPLES.matcher(comment);
    if (!examples.find()) {
      return new Text(sentence(comment), List.of());
    }
    return new Text(
        sentence(comment.substring(0, examples.start())),
        EXAMPLE.matcher(examples.group(1)).results().map(found -> found.group(1)).toList());
  }

  /** The first sentence, without its full stop. */
  String summary() {
    Matcher end = Pattern.compile("\\.(\\s|$)").matcher(words);
    return end.find() ? words.substring(0, end.start()) : words;
  }

  private static String sentence(String text) {
    String words = text.strip();
    if (words.isEmpty()) {
      return words;
    }
    // A word such as zh-CN or an address stays as it is.
    boolean plain = words.matches("(?s)\\p{Lower}+[\\s,;:.].*");
    String start =
        plain ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : words;
    return start.matches("(?s).*[.!?:]$") || start.contains("\n- ") ? start : start + ".";
  }
}
