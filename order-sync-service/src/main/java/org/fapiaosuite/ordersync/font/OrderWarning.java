package org.fapiaosuite.ordersync.font;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Something about an order that nobody has to mend, but somebody may want to know.
 *
 * @param code what it is, for programs: NAME_NOT_DRAWABLE where the order invoice (PDF) shows 〓 in
 *     place of characters that its font does not have. Example: {@code NAME_NOT_DRAWABLE}.
 * @param field what it is about. Example: {@code payerName}.
 * @param message the same in words, in the caller's language. Example: {@code The order invoice
 *     cannot draw 𠮷 (U+20BB7) and shows 〓 in its place; copied text has the character.}
 */
public record OrderWarning(String code, String field, String message) {

  private static final String NAME_NOT_DRAWABLE = "NAME_NOT_DRAWABLE";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** One warning for a name that the font lacks characters of, none for others. */
  static List<OrderWarning> of(List<Integer> missing, String field, Locale locale) {
    return missing.isEmpty()
        ? List.of()
        : List.of(new OrderWarning(NAME_NOT_DRAWABLE, field, message(missing, locale)));
  }

  private static String message(List<Integer> missing, Locale locale) {
    String named =
        missing.stream()
            .map(character -> Character.toString(character) + " (" + codePoint(character) + ")")
            .collect(Collectors.joining(", "));
    String pattern =
        ResourceBundle.getBundle(
                "wording", locale, OrderWarning.class.getClassLoader(), NO_FALLBACK)
            .getString("warning." + NAME_NOT_DRAWABLE);
    return new MessageFormat(pattern, locale).format(new Object[] {named});
  }

  /** {@code U+20BB7}. */
  public static String codePoint(int character) {
    return "U+%04X".formatted(character);
  }
}
