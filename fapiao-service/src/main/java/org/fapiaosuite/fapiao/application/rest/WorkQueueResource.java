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
import jakarta.ws.rs.QueryParam;
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
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.ServiceCentre;
import org.fapiaosuite.fapiao.application.WorkQueue;
import org.fapiaosuite.fapiao.problem.Choice;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The service centre's queue, and whether it takes on what is in it. */
@Path("/api/v1/service-centre/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre", description = "For staff")
public class WorkQueueResource {

  private final WorkQueue queue;
  private final Applications applications;
  private final ServiceCentre centre;
  private final ApplicationViews views;
  private final Staff staff;

  WorkQueueResource(
      WorkQueue queue,
      Applications applications,
      ServiceCentre centre,
      ApplicationViews views,
      Staff staff) {
    this.queue = queue;
    this.applications = applications;
    this.centre = centre;
    this.views = views;
    this.staff = staff;
  }

  /** Most urgent first. */
  @GET
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "listQueue", summary = "The work queue, most urgent first")
  public Page<ApplicationView> list(
      @QueryParam("status") @Nullable String status,
      @QueryParam("overdue") @Nullable String overdue,
      @Valid @BeanParam PageRequest page) {
    ApplicationStatus wanted = Choice.of(ApplicationStatus.class, "status", status);
    return Page.of(
        page,
        queue.page(wanted, Choice.flag("overdue", overdue), page.from(Cursor.OLDEST), page.limit()),
        application -> new Cursor(Objects.requireNonNull(application.dueAt()), application.id()),
        this::view);
  }

  /** One application of the queue. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getQueued", summary = "One application of the queue")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "304", description = "Unchanged")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Application application =
        applications
            .findByIdOptional(id)
            .filter(found -> found.status() != ApplicationStatus.DRAFT)
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, application.version(), () -> view(application));
  }

  /** Takes it on. */
  @POST
  @Path("/{id}/acceptance")
  @Operation(operationId = "acceptApplication", summary = "Take it on")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response accept(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(centre.accept(id, staff.id(), ifMatch));
  }

  /** Refuses it; the reason is told to the customer. */
  @POST
  @Path("/{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "rejectApplication", summary = "Refuse it")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  @APIResponse(responseCode = "409")
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ServiceCentreRequests.Rejection request) {
    return answer(centre.reject(id, request.printableReason(), staff.id(), ifMatch));
  }

  private ApplicationView view(Application application) {
    return staff.needsNumbers() ? views.forStaff(application) : views.masked(application);
  }

  private Response answer(Application application) {
    return Versions.changed(application.version(), view(application));
  }
}
