package org.fapiaosuite.notification.templates;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language the mails are written in. */
public enum Language {
  /** Simplified Chinese. */
  CHINESE("zh-CN"),
  /** English, also for readers of languages not served. */
  ENGLISH("en"),
  /** German. */
  GERMAN("de");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47 tag; also the name of the template file. */
  public String tag() {
    return tag;
  }

  /**
   * The languages to write to a reader in, in this order: their own; English where we do not speak
   * it; Chinese above English where nobody knows.
   *
   * @param locale BCP 47 tag, null when unknown
   */
  public static List<Language> of(@Nullable String locale) {
    if (locale == null || locale.isBlank()) {
      return List.of(CHINESE, ENGLISH);
    }
    String primary = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    for (Language language : values()) {
      if (language.tag.startsWith(primary) && !primary.isEmpty()) {
        return List.of(language);
      }
    }
    return List.of(ENGLISH);
  }
}
