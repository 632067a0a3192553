package org.fapiaosuite.ordersync.invoice;

import java.text.Bidi;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a page from left to right, as they stand on paper (Unicode, UAX 9): what draws
 * the page puts each to the right of the one before, and what reads it expects Arabic and Hebrew to
 * run the other way. What no reader takes back to the order it was typed in, {@link
 * org.fapiaosuite.kernel.PrintedText} refuses.
 */
final class VisualOrder {

  /** Text between two tags. */
  private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=<)");

  /** What belongs together in both directions: a character with its marks. */
  private static final Pattern UNIT = Pattern.compile("\\X");

  private static final Map<String, String> MIRRORED =
      Map.ofEntries(
          Map.entry("(", ")"),
          Map.entry(")", "("),
          Map.entry("<", ">"),
          Map.entry(">", "<"),
          Map.entry("[", "]"),
          Map.entry("]", "["),
          Map.entry("«", "»"),
          Map.entry("»", "«"));

  private VisualOrder() {}

  /** Of XHTML whose text is escaped, and which has no other markup than tags. */
  static String of(String html) {
    char[] characters = html.toCharArray();
    return Bidi.requiresBidi(characters, 0, characters.length)
        ? TEXT.matcher(html).replaceAll(text -> Matcher.quoteReplacement(paragraph(text.group())))
        : html;
  }

  private static String paragraph(String escaped) {
    String text = DrawnPage.unescaped(escaped);
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return escaped;
    }
    List<String> units = UNIT.matcher(text).results().map(MatchResult::group).toList();
    byte[] levels = new byte[units.size()];
    Object[] placed = new Object[units.size()];
    int at = 0;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(at);
      boolean fromTheRight = levels[i] % 2 == 1;
      placed[i] = fromTheRight ? backwards(units.get(i)) : units.get(i);
      at += units.get(i).length();
    }
    Bidi.reorderVisually(levels, 0, placed, 0, placed.length);
    StringBuilder line = new StringBuilder(text.length());
    for (Object unit : placed) {
      line.append(unit);
    }
    return line.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Mirrored, where a character has two faces; the marks before what they mark, as drawn. */
  private static String backwards(String unit) {
    String mirrored = MIRRORED.get(unit);
    return mirrored == null ? new StringBuilder(unit).reverse().toString() : mirrored;
  }
}
