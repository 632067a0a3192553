package org.fapiaosuite.fapiao.stock.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.stock.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice that no Fapiao can be issued for a time.
 *
 * @param id the id of the notice
 * @param text what to show, in the caller's language where there is one, else in English. Example:
 *     {@code No special Fapiao can be issued until the new forms arrive.}
 * @param type the type of Fapiao it is about; absent when about all
 * @param medium the medium it is about; absent when about both
 * @param expectedIssueAt from when Fapiao are expected to be issued again; absent while nobody
 *     knows
 * @param publishedAt when it was published
 */
@Schema(name = "Notice")
public record NoticeView(
    UUID id,
    String text,
    @Nullable FapiaoType type,
    @Nullable Medium medium,
    @Nullable Instant expectedIssueAt,
    Instant publishedAt) {

  /** The notices in a language. */
  public static List<NoticeView> of(List<Notice> notices, Locale locale) {
    return notices.stream()
        .map(
            notice ->
                new NoticeView(
                    notice.id(),
                    notice.textIn(locale),
                    notice.type(),
                    notice.medium(),
                    notice.expectedIssueAt(),
                    notice.publishedAt()))
        .toList();
  }
}
