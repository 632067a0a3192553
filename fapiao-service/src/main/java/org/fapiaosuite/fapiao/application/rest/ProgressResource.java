package org.fapiaosuite.fapiao.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.progress.Progress;
import org.fapiaosuite.fapiao.progress.rest.ProgressView;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.StandardProblem;

/** How far an application is. */
@Path("/api/v1/applications/{id}/progress")
@RolesAllowed("CUSTOMER")
@Tag(name = "Applications")
public class ProgressResource {

  private final Applications applications;
  private final Progress progress;
  private final Customer customer;
  private final CallerLanguage language;

  ProgressResource(
      Applications applications, Progress progress, Customer customer, CallerLanguage language) {
    this.applications = applications;
    this.progress = progress;
    this.customer = customer;
    this.language = language;
  }

  /**
   * Shows the history of an application, oldest step first.
   *
   * @param id the id of an application of the caller
   * @return every step so far
   */
  @GET
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getProgress", summary = "Get the progress of an application")
  public ProgressView get(@PathParam("id") UUID id) {
    if (!applications.isOf(customer, id)) {
      throw StandardProblem.NOT_FOUND.with();
    }
    Locale locale = language.locale();
    return new ProgressView(
        progress.of(id).stream().map(entry -> ProgressView.Step.of(entry, locale)).toList());
  }
}
