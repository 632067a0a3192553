package org.fapiaosuite.audit.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditEntry;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.audit.chain.Chain;
import org.fapiaosuite.audit.chain.Verification;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Who of the staff did what and saw which data. Each service keeps a trail of its own, as a chain
 * of hashes: an entry that was changed or removed afterwards breaks it.
 */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

  private static final int MOST_SUBJECTS = 100;

  private final AuditPages pages;
  private final Chain chain;

  AuditResource(AuditPages pages, Chain chain) {
    this.pages = pages;
    this.chain = chain;
  }

  /**
   * One act of staff.
   *
   * @param id of the entry. Example: {@code 4711}.
   * @param at when they acted
   * @param actor account of who acted. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param roles their roles at that time, with commas between. Example: {@code CLERK}.
   * @param action the operation's id in the API document. Example: {@code acceptApplication}.
   * @param subjects ids of what it was done to, or of what was shown; the first hundred of them.
   *     Example: {@code ["01a22531-08b2-7f0a-8d11-5be2f07c4a90"]}.
   * @param subjectCount how many there are. Example: {@code 1}.
   * @param detail more about it; absent for most. Example: {@code format=csv}.
   */
  public record AuditEntryView(
      String id,
      Instant at,
      String actor,
      String roles,
      String action,
      List<String> subjects,
      int subjectCount,
      @Nullable String detail) {

    static AuditEntryView of(AuditEntry entry) {
      List<String> subjects = entry.subjects();
      return new AuditEntryView(
          String.valueOf(entry.id()),
          entry.at(),
          entry.actor(),
          entry.roles(),
          entry.action(),
          subjects.subList(0, Math.min(subjects.size(), MOST_SUBJECTS)),
          subjects.size(),
          entry.detail());
    }
  }

  /**
   * One page of the trail, newest first.
   *
   * @param items at most {@code limit} of them
   * @param nextCursor where the next page begins; absent on the last. Example: {@code 4710}.
   */
  public record AuditPage(List<AuditEntryView> items, @Nullable String nextCursor) {}

  /**
   * What the check of the chain found.
   *
   * @param verifiedUpTo when the last entry was written that is as it was sealed; absent when there
   *     is none
   * @param rows how many are, from the first on. Example: {@code 4711}.
   * @param waiting how many entries were written and are not sealed yet; they are within seconds.
   *     Example: {@code 0}.
   * @param anchor place and hash of the last one, to be kept elsewhere: given to the verifying
   *     command, it shows that the end was not cut off. Example: {@code
   *     4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}.
   * @param firstBroken the first entry that is not as it was sealed; absent when the chain is whole
   */
  public record AuditVerificationView(
      @Nullable Instant verifiedUpTo,
      long rows,
      long waiting,
      String anchor,
      @Nullable BrokenAuditEntry firstBroken) {

    static AuditVerificationView of(Verification found) {
      Verification.Broken broken = found.firstBroken();
      return new AuditVerificationView(
          found.verifiedUpTo(),
          found.rows(),
          found.waiting(),
          found.anchor(),
          broken == null
              ? null
              : new BrokenAuditEntry(
                  broken.position(), String.valueOf(broken.entry()), broken.finding()));
    }
  }

  /**
   * Where a chain breaks.
   *
   * @param position place in the chain; 0 for an entry that never got one. Example: {@code 4712}.
   * @param entry id of the entry; 0 when its seal is gone too, so that nothing tells it. Example:
   *     {@code 4712}.
   * @param finding what is wrong with it
   */
  public record BrokenAuditEntry(long position, String entry, Verification.Finding finding) {}

  /**
   * Lists what staff did and saw, newest first.
   *
   * @param actor only acts of this account. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @param subject only acts on this thing, by its id or number, whole. Example: {@code
   *     01a22531-08b2-7f0a-8d11-5be2f07c4a90}.
   * @param from only acts from this moment on. Example: {@code 2026-11-16T16:00:00Z}.
   * @param to only acts before this moment. Example: {@code 2026-11-17T16:00:00Z}.
   * @return one page
   */
  @GET
  @Audited
  @RolesAllowed({"ADMIN", "AUDITOR"})
  @Operation(operationId = "listAuditEntries", summary = "List the audit trail")
  public AuditPage list(
      @QueryParam("actor") @Size(max = 100) @Nullable String actor,
      @QueryParam("subject") @Size(max = 100) @Nullable String subject,
      @Parameter(schema = @Schema(implementation = Instant.class)) @QueryParam("from")
          @Nullable String from,
      @Parameter(schema = @Schema(implementation = Instant.class)) @QueryParam("to")
          @Nullable String to,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Min(1) @Nullable Long cursor)
      throws SQLException {
    AuditPages.Filter filter =
        new AuditPages.Filter(actor, subject, moment("from", from), moment("to", to));
    List<AuditEntry> entries =
        pages.page(filter, cursor == null ? Long.MAX_VALUE : cursor, limit + 1);
    return Page.of(limit, entries, entry -> String.valueOf(entry.id()), AuditEntryView::of)
        .as(AuditPage::new);
  }

  /**
   * Computes the whole chain again and says where it breaks.
   *
   * <p>Takes some seconds for a million entries.
   *
   * @return what was found
   */
  @GET
  @Path("/verification")
  @Audited
  @RolesAllowed({"ADMIN", "AUDITOR"})
  @Operation(operationId = "verifyAuditTrail", summary = "Verify the audit trail")
  public AuditVerificationView verify() throws SQLException {
    return AuditVerificationView.of(chain.verify());
  }

  private static @Nullable Instant moment(String parameter, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw StandardProblem.VALIDATION.with().violation(parameter, "violation.value");
    }
  }
}
