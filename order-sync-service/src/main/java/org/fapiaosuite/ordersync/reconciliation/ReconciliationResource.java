package org.fapiaosuite.ordersync.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.Platforms;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Comparing orders with the platform's daily statements. */
@Path("/api/v1/order-sync/reconciliations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
public class ReconciliationResource {
  private final Reconciliations reports;
  private final ReconciliationRows rows;
  private final MatchedRows matched;
  private final StatementDays days;
  private final StatementCalendar calendar;
  private final Platforms platforms;
  private final AuditTrail trail;
  private final Clock clock;

  ReconciliationResource(
      Reconciliations reports,
      ReconciliationRows rows,
      MatchedRows matched,
      StatementDays days,
      StatementCalendar calendar,
      Platforms platforms,
      AuditTrail trail,
      Clock clock) {
    this.reports = reports;
    this.rows = rows;
    this.matched = matched;
    this.days = days;
    this.calendar = calendar;
    this.platforms = platforms;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * A day whose statement is to be fetched again.
   *
   * @param date day in China, before today, at most as far back as the platform keeps statements
   */
  record RequestReconciliation(@NotNull LocalDate date) {}

  /**
   * What was asked for; the report follows within seconds in the list.
   *
   * @param date the statement's day
   * @param platforms whose statements are fetched. Example: {@code ["default"]}.
   * @param requestedAt when it was asked for
   */
  record RequestedReconciliation(LocalDate date, List<String> platforms, Instant requestedAt) {}

  /**
   * A movement, and what holding it against the statement showed.
   *
   * @param outcome of the comparison
   * @param kind what happened to the money
   * @param orderNumber of the order. Example: {@code E0700K3M9Q}.
   * @param reference of the transaction or refund, as the platform names it. Example: {@code
   *     4200001}.
   * @param statementAmount in the statement, with currency. Example: {@code CNY 1270.00}.
   * @param localAmount in the books here, with currency. Example: {@code CNY 1270.00}.
   * @param detail what differs. Example: {@code other day}.
   */
  record RowView(
      RowOutcome outcome,
      @Nullable FactKind kind,
      @Nullable String orderNumber,
      @Nullable String reference,
      @Nullable String statementAmount,
      @Nullable String localAmount,
      @Nullable String detail) {}

  /**
   * Lists the reports on daily statements, newest first.
   *
   * @param date only the statement of this day in China
   * @return one page
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listReconciliations", summary = "List the reconciliations")
  public Page<ReconciliationView> list(
      @Parameter(schema = @Schema(implementation = LocalDate.class)) @QueryParam("date")
          @Nullable String date,
      @Valid @BeanParam PageRequest page) {
    return trail.shown(
        Page.of(
            page,
            reports.page(day(date), page.from(Cursor.NEWEST), page.limit()),
            report -> new Cursor(report.startedAt(), report.id()),
            Reconciliation::view),
        ReconciliationView::id);
  }

  /**
   * Shows one report.
   *
   * @param id of the report, from the list
   * @return the report
   */
  @GET
  @Path("/{id}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getReconciliation", summary = "Get a reconciliation")
  public ReconciliationView get(@PathParam("id") UUID id) {
    return reports.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with).view();
  }

  /**
   * Lists the rows of a report.
   *
   * @param id of the report, from the list
   * @param outcome only rows of this outcome; without it, all that did not match
   * @return one page
   */
  @GET
  @Path("/{id}/rows")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listReconciliationRows", summary = "List the rows of a reconciliation")
  public Page<RowView> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome") @Nullable RowOutcome outcome,
      @Valid @BeanParam PageRequest page) {
    Reconciliation report =
        reports.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    if (outcome == RowOutcome.MATCHED) {
      Cursor from = page.from(MatchedRows.Place.START.cursor());
      return trail.shown(
          Page.of(
              page,
              matched.page(report, MatchedRows.Place.of(from), page.limit()),
              row -> MatchedRows.Place.of(row).cursor(),
              ReconciliationResource::view),
          RowView::orderNumber);
    }
    Cursor from = page.from(ReconciliationRows.Numbered.START);
    return trail.shown(
        Page.of(
            page,
            rows.page(id, outcome, ReconciliationRows.Numbered.number(from), page.limit()),
            ReconciliationRows.Numbered::cursor,
            row -> view(row.row())),
        RowView::orderNumber);
  }

  /**
   * Has a day's statements fetched and compared again.
   *
   * @return accepted; the report follows within seconds in the list
   */
  @POST
  @RolesAllowed({"CLERK", "LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "requestReconciliation", summary = "Reconcile a day again")
  @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RequestedReconciliation.class)))
  public RequestedReconciliation request(@Valid RequestReconciliation request) {
    if (!calendar.isWithinReach(request.date())) {
      throw StandardProblem.VALIDATION.with().violation("date", "violation.statement-day");
    }
    trail.about(request.date());
    Instant now = clock.instant();
    List<String> names =
        platforms.all().stream()
            .map(PlatformAdapter::name)
            .filter(platforms::makesStatements)
            .toList();
    names.forEach(name -> days.request(new StatementDays.Key(name, request.date()), now));
    return new RequestedReconciliation(request.date(), names, now);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw StandardProblem.VALIDATION.with().violation("date", "violation.value");
    }
  }

  private static RowView view(ReconciliationRow row) {
    return new RowView(
        row.outcome(),
        row.kind(),
        row.orderNumber(),
        row.reference(),
        row.statementAmount(),
        row.localAmount(),
        row.detail());
  }
}
