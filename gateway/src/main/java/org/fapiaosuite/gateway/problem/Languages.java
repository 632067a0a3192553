package org.fapiaosuite.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the gateway speaks, and which of them a caller asked for. */
final class Languages {

  /** English first because it is the answer to everything else. */
  static final List<Locale> SERVED =
      List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN);

  private static final int LONGEST_HEADER = 1000;

  private Languages() {}

  /** The best served language for an {@code Accept-Language} header, English if there is none. */
  static Locale best(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
      return Locale.ENGLISH;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage.strip()).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> range.getRange().split("-", 2)[0])
          .flatMap(
              language -> SERVED.stream().filter(served -> served.getLanguage().equals(language)))
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return Locale.ENGLISH;
    }
  }
}
