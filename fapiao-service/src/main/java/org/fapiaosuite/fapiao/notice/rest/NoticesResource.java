package org.fapiaosuite.fapiao.notice.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.notice.Notices;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jspecify.annotations.Nullable;

/** Whether Fapiao can be issued at present; no sign-in needed. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticesResource {

  /** One notice in the caller's language. */
  @Schema(name = "Notice")
  public record NoticeView(
      UUID id,
      String text,
      @Schema(description = "ORDINARY or SPECIAL; absent for all") @Nullable String type,
      Instant expectedIssueAt,
      Instant publishedAt) {}

  /** Those in force. */
  @Schema(name = "Notices")
  public record NoticesView(List<NoticeView> items) {}

  private final Notices notices;
  private final CallerLanguage language;

  NoticesResource(Notices notices, CallerLanguage language) {
    this.notices = notices;
    this.language = language;
  }

  /** Newest first. */
  @GET
  @PermitAll
  @Operation(operationId = "listNotices", summary = "Notices that no Fapiao can be issued")
  public NoticesView list() {
    return new NoticesView(
        notices.inForce().stream()
            .map(
                notice ->
                    new NoticeView(
                        notice.id(),
                        notice.textIn(language.locale()),
                        notice.type(),
                        notice.expectedIssueAt(),
                        notice.publishedAt()))
            .toList());
  }
}
