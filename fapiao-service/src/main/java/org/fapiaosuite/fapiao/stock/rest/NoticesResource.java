package org.fapiaosuite.fapiao.stock.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.stock.Notices;
import org.fapiaosuite.rest.language.CallerLanguage;

/** Whether Fapiao can be issued at present; no access token needed. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticesResource {

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
   * <p>Show them where somebody applies. Usually there is none. One comes by itself when the first
   * application has to wait for stock, and goes when none does.
   *
   * @return the notices
   */
  @GET
  @PermitAll
  @Operation(operationId = "listNotices", summary = "List the notices in force")
  public NoticesView list() {
    return new NoticesView(NoticeView.of(notices.inForce(), language.locale()));
  }
}
