package org.fapiaosuite.fapiao.progress.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.progress.ProgressEntry;
import org.fapiaosuite.fapiao.wording.Wording;

/**
 * The history of an application.
 *
 * @param items its steps, oldest first; none for a draft
 */
@Schema(name = "Progress")
public record ProgressView(List<Step> items) {

  /**
   * One step in the history of an application.
   *
   * @param status the application's status after it, one of {@code ApplicationStatus}. Example:
   *     {@code MAILED_OUT}.
   * @param remark what happened, in the caller's language. Example: {@code Mailed out}.
   * @param at when it happened
   * @param by who did it, in the caller's language: customer, service centre or system. Example:
   *     {@code Service centre}.
   * @param details facts about it, by kind of step: {@code dueAt} when submitted or given a new due
   *     date; perhaps {@code expectedIssueAt} when waiting for stock; {@code reason} when rejected,
   *     reduced or cancelled, with {@code amount} when reduced; {@code fapiaos}, each with {@code
   *     number} and perhaps {@code code}, when issued; {@code carrier}, {@code waybill} and {@code
   *     trackingUrl} when mailed out; {@code branch} and perhaps {@code until} when ready for
   *     pick-up. Else empty. Example: {@code {"carrier": "SF", "waybill": "SF1234567890123"}}.
   */
  @Schema(name = "ProgressStep")
  public record Step(
      String status, String remark, Instant at, String by, Map<String, Object> details) {

    public static Step of(ProgressEntry entry, Locale locale) {
      return new Step(
          entry.status(),
          Wording.text(locale, entry.kind().wordingKey()),
          entry.at(),
          Wording.text(locale, entry.actor().wordingKey()),
          entry.details());
    }
  }
}
