package org.fapiaosuite.fapiao.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.ServiceCentre;
import org.fapiaosuite.fapiao.application.WorkQueue;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * What staff of the service centre do with applications: work through the queue, accept or reject,
 * issue, deliver. And the holidays that due dates are computed with.
 */
@Path("/api/v1/service-centre/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class WorkQueueResource {

  private final WorkQueue queue;
  private final Applications applications;
  private final ServiceCentre centre;
  private final ApplicationViews views;
  private final Staff staff;
  private final AuditTrail trail;

  WorkQueueResource(
      WorkQueue queue,
      Applications applications,
      ServiceCentre centre,
      ApplicationViews views,
      Staff staff,
      AuditTrail trail) {
    this.queue = queue;
    this.applications = applications;
    this.centre = centre;
    this.views = views;
    this.staff = staff;
    this.trail = trail;
  }

  /**
   * Lists all applications but drafts, the one due first at the top.
   *
   * <p>Those of every status, also of ended ones; filter by status for what is to be done. Staff
   * who do not issue see only the last four characters of taxpayer ids and bank accounts.
   *
   * @return one page
   */
  @GET
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "listWorkQueue", summary = "List the work queue")
  public Page<ApplicationView> list(
      @Valid @BeanParam QueueQuery query, @Valid @BeanParam PageRequest page) {
    return trail.shown(
        Page.of(
            page,
            queue.page(query.filter(staff.id()), page.from(Cursor.OLDEST), page.limit()),
            application ->
                new Cursor(Objects.requireNonNull(application.queuedAt()), application.id()),
            this::view),
        ApplicationView::id);
  }

  /**
   * Shows one application that was confirmed.
   *
   * <p>A draft answers 404. Staff who do not issue see only the last four characters of taxpayer id
   * and bank account.
   *
   * @param id the id of the application
   * @return the application
   */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Audited
  @Operation(operationId = "getQueuedApplication", summary = "Get an application for staff")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Application application =
        applications
            .findByIdOptional(id)
            .filter(found -> found.status() != ApplicationStatus.DRAFT)
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, application.version(), () -> viewToWorkOn(application));
  }

  /**
   * Takes an application on: a clerk begins to work on it, and its customer cannot cancel it any
   * more.
   *
   * <p>Where stock is kept of its type and medium, numbers are kept for it, see {@code numbers};
   * when too few are left, or others wait that were due earlier, it waits. Repeated, it answers the
   * present state. Needs no body.
   *
   * @param id the id of the application
   * @return the application: IN_PROCESS, or WAITING_FOR_STOCK
   * @throws ProblemException 409 when it is not SUBMITTED: {@code cannot-accept}, with its status
   *     as {@code state}
   */
  @POST
  @Path("/{id}/acceptance")
  @Audited
  @Operation(operationId = "acceptApplication", summary = "Accept an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response accept(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(centre.accept(id, staff.id(), ifMatch));
  }

  /**
   * Rejects an application that cannot be issued; the reason is told to its customer.
   *
   * <p>What it reserved can be applied for again at once. Repeated while it is REJECTED, it answers
   * the present state, with the first reason.
   *
   * @param id the id of the application
   * @return the application, REJECTED
   * @throws ProblemException 409 when it is being issued or has ended: {@code cannot-reject}, with
   *     its status as {@code state}
   */
  @POST
  @Path("/{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "rejectApplication", summary = "Reject an application")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.Rejection request) {
    return answer(centre.reject(id, request.printableReason(), staff.id(), ifMatch));
  }

  private ApplicationView view(Application application) {
    return staff.needsNumbers() ? views.forStaff(application) : views.masked(application);
  }

  /** With the numbers to issue it under, which are looked up for it alone. */
  private ApplicationView viewToWorkOn(Application application) {
    return staff.needsNumbers() ? views.toWorkOn(application) : views.masked(application);
  }

  private Response answer(Application application) {
    return Versions.changed(application.version(), viewToWorkOn(application));
  }
}
