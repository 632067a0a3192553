package org.fapiaosuite.ordersync.invoice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fapiaosuite.ordersync.font.FontFace;
import org.fapiaosuite.ordersync.font.InvoiceFont;

/**
 * A page as it is drawn and as it is meant: where the font lacks a character, Chinese typesetting
 * puts 〓 in its place; what is read from the right is drawn from the right.
 *
 * @param html what is laid out
 * @param drawn the characters of its text in their order, blanks left out
 * @param meant what each of them stands for
 */
record DrawnPage(String html, int[] drawn, int[] meant) {

  private static final int GETA = '\u3013';
  private static final int FIRST_BEYOND_MARKUP = 0x80;
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ESCAPED = Pattern.compile("&(lt|gt|amp|quot|#39);");
  private static final Map<String, String> ESCAPES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "#39", "'");

  /** Of XHTML whose text is escaped, and which has no other markup than tags. */
  static DrawnPage of(String html, InvoiceFont font) {
    int[] visible =
        VisualOrder.of(html)
            .codePoints()
            .map(at -> Character.isSpaceChar(at) ? ' ' : at)
            .filter(at -> at == ' ' || !InvoiceFont.isInvisible(at))
            .toArray();
    int[] drawn = Arrays.stream(visible).map(at -> drawn(at, font)).toArray();
    return new DrawnPage(text(drawn), textOfBody(text(drawn)), textOfBody(text(visible)));
  }

  /** The fonts that it takes. */
  List<FontFace> faces(InvoiceFont font) {
    return font.faces().stream()
        .filter(face -> face == font.main() || isDrawnWith(face, font))
        .toList();
  }

  private boolean isDrawnWith(FontFace face, InvoiceFont font) {
    return IntStream.of(drawn)
        .anyMatch(
            at -> at >= FIRST_BEYOND_MARKUP && font.faceOf(at).filter(face::equals).isPresent());
  }

  private static int drawn(int character, InvoiceFont font) {
    return character < FIRST_BEYOND_MARKUP || font.faceOf(character).isPresent() ? character : GETA;
  }

  private static int[] textOfBody(String html) {
    String body = TAG.matcher(html.substring(html.indexOf("<body"))).replaceAll("");
    return unescaped(body).codePoints().filter(at -> !Character.isWhitespace(at)).toArray();
  }

  /** The text that stands in the page. */
  static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(ESCAPES.getOrDefault(found.group(1), "")));
  }

  private static String text(int[] characters) {
    return IntStream.of(characters)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
