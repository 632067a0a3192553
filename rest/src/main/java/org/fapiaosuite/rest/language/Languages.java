package org.fapiaosuite.rest.language;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages this service speaks, and which of them a caller asked for. */
public final class Languages {

  /** Served languages, English first because it is the answer to everything else. */
  public static final List<Locale> SERVED =
      List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN);

  private static final int LONGEST_HEADER = 1000;

  private Languages() {}

  /**
   * The best served language for an {@code Accept-Language} header; English when the header is
   * absent, unreadable, or names none that is served. Every Chinese is answered in zh-CN.
   */
  public static Locale best(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
      return Locale.ENGLISH;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage.strip()).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> ofTag(range.getRange()))
          .flatMap(List::stream)
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return Locale.ENGLISH;
    }
  }

  private static List<Locale> ofTag(String range) {
    String language = range.split("-", 2)[0];
    return SERVED.stream().filter(served -> served.getLanguage().equals(language)).toList();
  }
}
