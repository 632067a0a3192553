package org.fapiaosuite.fapiao.wording;

import java.util.List;
import java.util.Locale;

/**
 * Something that is allowed but probably not meant.
 *
 * @param code stable name, and with {@code warning.} before it the key of the text
 * @param field the field it is about
 * @param arguments fill the placeholders of the text
 */
public record Warning(String code, String field, List<String> arguments) {

  public Warning {
    arguments = List.copyOf(arguments);
  }

  public static Warning of(String code, String field, String... arguments) {
    return new Warning(code, field, List.of(arguments));
  }

  /** What the reader is told. */
  public String message(Locale locale) {
    return Wording.text(locale, "warning." + code, arguments.toArray());
  }
}
