package org.fapiaosuite.fapiao.progress.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.progress.ProgressEntry;
import org.fapiaosuite.fapiao.wording.Wording;

/** The history of an application, oldest first. */
@Schema(name = "Progress")
public record ProgressView(List<Step> items) {

  /** One step. */
  @Schema(name = "ProgressStep")
  public record Step(
      @Schema(description = "The application's state after it") String status,
      @Schema(description = "In the caller's language, for example Issued or Mailed out")
          String remark,
      Instant at,
      @Schema(description = "Who moved it on: customer, service centre or system") String by,
      @Schema(description = "Facts, for example waybill and trackingUrl")
          Map<String, Object> details) {

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
