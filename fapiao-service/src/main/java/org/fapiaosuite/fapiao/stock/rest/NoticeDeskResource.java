package org.fapiaosuite.fapiao.stock.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.stock.Notice;
import org.fapiaosuite.fapiao.stock.NoticeBoard;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where the lead puts up notices. */
@Path(NoticeDeskResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("LEAD")
@Tag(name = "Service centre")
public class NoticeDeskResource {

  static final String PATH = "/api/v1/service-centre/notices";

  /** Nobody plans farther ahead. */
  private static final Duration FARTHEST_AHEAD = Duration.ofDays(731);

  /**
   * What a notice says, in each language; at most 300 characters each.
   *
   * @param chinese in Chinese. Example: {@code 专用发票暂时无法开具，预计新发票到货后恢复。}
   * @param en in English. Example: {@code No special Fapiao can be issued until the new forms
   *     arrive.}
   * @param de in German. Example: {@code Bis neue Vordrucke eintreffen, kann kein Spezial-Fapiao
   *     ausgestellt werden.}
   */
  @Schema(name = "NoticeText")
  public record NoticeText(
      @JsonProperty("zh-CN") @NotNull String chinese, @NotNull String en, @NotNull String de) {

    private static final int LONGEST = 300;

    /** The texts in the form in which they are kept, by language tag. */
    Map<String, String> printable(Violations violations) {
      Map<String, String> texts = new LinkedHashMap<>();
      read("zh-CN", chinese, texts, violations);
      read("en", en, texts, violations);
      read("de", de, texts, violations);
      return texts;
    }

    private static void read(
        String language, String sent, Map<String, String> texts, Violations violations) {
      PrintedFields.read("text." + language, sent, LONGEST, violations)
          .ifPresent(text -> texts.put(language, text));
    }
  }

  /**
   * A notice that no Fapiao can be issued for a time.
   *
   * @param text what it says, in each language
   * @param type the type of Fapiao it is about; leave it out when it is about all
   * @param expectedIssueAt from when Fapiao are expected to be issued again; later than now
   * @param until when it ends by itself, later than now; leave it out to withdraw it by hand
   */
  @Schema(name = "NoticeRequest")
  public record NoticeRequest(
      @NotNull @Valid NoticeText text,
      @Nullable FapiaoType type,
      @NotNull Instant expectedIssueAt,
      @Nullable Instant until) {}

  /**
   * A notice as it was put up.
   *
   * @param id the id of the notice
   * @param text what it says, in each language
   * @param type the type of Fapiao it is about; absent when it is about all
   * @param expectedIssueAt from when Fapiao are expected to be issued again
   * @param until when it ends by itself; absent when it is to be withdrawn
   * @param publishedAt when it was published
   */
  @Schema(name = "PublishedNotice")
  public record PublishedView(
      UUID id,
      NoticeText text,
      @Nullable FapiaoType type,
      Instant expectedIssueAt,
      @Nullable Instant until,
      Instant publishedAt) {

    static PublishedView of(Notice notice) {
      Map<String, String> text = notice.text();
      return new PublishedView(
          notice.id(),
          new NoticeText(
              Objects.requireNonNull(text.get("zh-CN")),
              Objects.requireNonNull(text.get("en")),
              Objects.requireNonNull(text.get("de"))),
          notice.type(),
          Objects.requireNonNull(notice.expectedIssueAt()),
          notice.until(),
          notice.publishedAt());
    }
  }

  private final NoticeBoard board;
  private final Staff staff;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  NoticeDeskResource(NoticeBoard board, Staff staff, AuditTrail audit, Ids ids, Clock clock) {
    this.board = board;
    this.staff = staff;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Puts up a notice that no Fapiao can be issued for a time.
   *
   * <p>For what no stock is kept of, or for closed days; out of stock, a notice comes by itself.
   *
   * @return the notice
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "publishNotice", summary = "Publish a notice")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PublishedView.class)))
  public Response publish(@NotNull @Valid NoticeRequest request) {
    Violations violations = new Violations();
    Map<String, String> text = request.text().printable(violations);
    checkMoment("expectedIssueAt", request.expectedIssueAt(), violations);
    checkMoment("until", request.until(), violations);
    violations.throwIfAny();
    Notice notice =
        new Notice(
            ids.next(),
            text,
            request.type(),
            null,
            request.expectedIssueAt(),
            request.until(),
            false,
            clock.instant());
    board.publish(notice, staff.id());
    audit.about(notice.id());
    return Response.created(URI.create(PATH + "/" + notice.id()))
        .entity(PublishedView.of(notice))
        .build();
  }

  /**
   * Withdraws a notice; one that is withdrawn already stays so.
   *
   * @param id the id of the notice
   * @throws ProblemException 409 when it came by itself, and goes so: {@code automatic-notice}
   */
  @DELETE
  @Path("/{id}")
  @Audited
  @Operation(operationId = "withdrawNotice", summary = "Withdraw a notice")
  public void withdraw(@PathParam("id") UUID id) {
    board.takeDown(id);
  }

  private void checkMoment(String field, @Nullable Instant at, Violations violations) {
    Instant now = clock.instant();
    if (at != null && (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST_AHEAD)))) {
      violations.add(field, "violation.in-future");
    }
  }
}
