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

/** Whether Fapiao can be issued at present; no access token needed. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticesResource {

  /**
   * A notice that no Fapiao can be issued for a time.
   *
   * @param id the id of the notice
   * @param text what to show, in the caller's language where there is one, else in English.
   *     Example: {@code No special Fapiao can be issued until the new forms arrive.}
   * @param type the type of Fapiao it is about, ORDINARY or SPECIAL; absent when about all.
   *     Example: {@code SPECIAL}.
   * @param expectedIssueAt from when Fapiao are expected to be issued again
   * @param publishedAt when it was published
   */
  @Schema(name = "Notice")
  public record NoticeView(
      UUID id, String text, @Nullable String type, Instant expectedIssueAt, Instant publishedAt) {}

  /**
   * The notices in force.
   *
   * @param items newest first, at most 20
   */
  @Schema(name = "NoticeList")
  public record NoticesView(List<NoticeView> items) {}

  private final Notices notices;
  private final CallerLanguage language;

  NoticesResource(Notices notices, CallerLanguage language) {
    this.notices = notices;
    this.language = language;
  }

  /**
   * Lists the notices in force that no Fapiao can be issued, newest first.
   *
   * <p>Show them where somebody applies. Usually there is none.
   *
   * @return the notices
   */
  @GET
  @PermitAll
  @Operation(operationId = "listNotices", summary = "List the notices in force")
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
