package org.fapiaosuite.fapiao.stock;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/**
 * Says that no Fapiao can be issued for a time and when that will change.
 *
 * @param text by language tag
 * @param type the type of Fapiao it is about; null for all
 * @param medium the medium it is about; null for both
 * @param expectedIssueAt when Fapiao are expected to be issued again; null while nobody knows
 * @param until when it ends by itself; null when it is to be withdrawn
 * @param automatic whether it came by itself, and goes so
 */
public record Notice(
    UUID id,
    Map<String, String> text,
    @Nullable FapiaoType type,
    @Nullable Medium medium,
    @Nullable Instant expectedIssueAt,
    @Nullable Instant until,
    boolean automatic,
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

  /** True when whoever applies for such a Fapiao should read it. */
  public boolean concerns(FapiaoKind kind) {
    return (type == null || type == kind.type()) && (medium == null || medium == kind.medium());
  }
}
