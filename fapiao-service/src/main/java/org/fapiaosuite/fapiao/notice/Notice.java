package org.fapiaosuite.fapiao.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that no Fapiao can be issued for a time and when that will change.
 *
 * @param text by language tag
 * @param type the type of Fapiao it is about; null for all
 */
public record Notice(
    UUID id,
    Map<String, String> text,
    @Nullable String type,
    Instant expectedIssueAt,
    Instant publishedAt) {

  /** The text in a language, else in English, else in any. */
  public String textIn(Locale locale) {
    String own = text.get(locale.toLanguageTag());
    if (own != null) {
      return own;
    }
    String english = text.get("en");
    return english != null ? english : text.values().stream().findFirst().orElse("");
  }
}
