package org.fapiaosuite.fapiao.correction.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.correction.CorrectionBook;
import org.fapiaosuite.fapiao.correction.CorrectionStatus;
import org.fapiaosuite.fapiao.correction.Corrections;
import org.fapiaosuite.fapiao.correction.Deficits;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.rest.FapiaoView;
import org.fapiaosuite.fapiao.kind.TypedDigits;
import org.fapiaosuite.fapiao.problem.Choice;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What of corrections staff look for: Fapiao, what waits for approval, and deficits. */
@Path("/api/v1/service-centre")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
@Tag(name = "Service centre")
public class CorrectionListResource {

  private final Fapiaos fapiaos;
  private final Corrections corrections;
  private final CorrectionBook book;
  private final Deficits deficits;
  private final CallerLanguage language;
  private final AuditTrail trail;

  CorrectionListResource(
      Fapiaos fapiaos,
      Corrections corrections,
      CorrectionBook book,
      Deficits deficits,
      CallerLanguage language,
      AuditTrail trail) {
    this.fapiaos = fapiaos;
    this.corrections = corrections;
    this.book = book;
    this.deficits = deficits;
    this.language = language;
    this.trail = trail;
  }

  /**
   * Finds Fapiao, red letters among them, newest first.
   *
   * @param applicationId those of an application; this or a number is needed
   * @param number those of a number as printed, 8 or 20 digits, without its code. Example: {@code
   *     00345678}.
   * @return one page
   */
  @GET
  @Path("/fapiaos")
  @Transactional
  @Audited
  @Operation(operationId = "findFapiaos", summary = "Find Fapiao")
  public Page<FapiaoView> find(
      @QueryParam("applicationId") @Nullable UUID applicationId,
      @QueryParam("number") @Nullable String number,
      @Valid @BeanParam PageRequest page) {
    Cursor from = page.from(Cursor.NEWEST);
    if ((applicationId == null) == (number == null)) {
      throw StandardProblem.VALIDATION.with().violation("applicationId", "violation.one-filter");
    }
    List<Fapiao> rows =
        number == null
            ? fapiaos.by(Objects.requireNonNull(applicationId), from, page.limit())
            : fapiaos.by(TypedDigits.plain(number), from, page.limit());
    return trail.shown(
        Page.of(
            page,
            rows,
            fapiao -> new Cursor(fapiao.issuedAt(), fapiao.id()),
            FapiaoView.among(fapiaos.redLetters(rows))),
        FapiaoView::id);
  }

  /**
   * Lists voids and red letters, the one prepared first at the top: with {@code PREPARED}, what
   * waits for a lead.
   *
   * @param status only those of this status
   * @param fapiaoId only those of this Fapiao
   * @return one page
   */
  @GET
  @Path("/corrections")
  @Transactional
  @Audited
  @Operation(operationId = "listCorrections", summary = "List corrections")
  public Page<CorrectionView> list(
      @Parameter(schema = @Schema(implementation = CorrectionStatus.class)) @QueryParam("status")
          @Nullable String status,
      @QueryParam("fapiaoId") @Nullable UUID fapiaoId,
      @Valid @BeanParam PageRequest page) {
    CorrectionStatus wanted = Choice.of(CorrectionStatus.class, "status", status);
    return trail.shown(
        Page.of(
            page,
            book.entries(
                corrections.page(wanted, fapiaoId, page.from(Cursor.OLDEST), page.limit())),
            entry -> new Cursor(entry.correction().preparedAt(), entry.correction().id()),
            CorrectionViews::of),
        view -> view.fapiao().id());
  }

  /**
   * Lists bills of which more is on Fapiao than is paid and not refunded, oldest payment first.
   *
   * <p>Each needs a correction of one of its Fapiao, and is gone from here with that.
   *
   * @return one page
   */
  @GET
  @Path("/deficits")
  @Transactional
  @Audited
  @Operation(operationId = "listDeficits", summary = "List deficits")
  public Page<DeficitView> deficits(@Valid @BeanParam PageRequest page) {
    List<Bill> bills = deficits.page(page.from(Cursor.OLDEST), page.limit());
    Map<UUID, List<Fapiao>> valid = deficits.fapiaos(bills);
    return trail.shown(
        Page.of(
            page,
            bills,
            bill -> new Cursor(bill.paidAt(), bill.id()),
            bill ->
                DeficitView.of(bill, valid.getOrDefault(bill.id(), List.of()), language.locale())),
        DeficitView::billId);
  }
}
