package org.fapiaosuite.fapiao.support.rest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.support.CaseFiles;
import org.fapiaosuite.fapiao.support.FilingDesk;
import org.fapiaosuite.fapiao.support.SupportCase;
import org.fapiaosuite.fapiao.support.SupportCases;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The files of a customer's support case. */
@Path(CaseResource.PATH + "/{id}/files")
@RolesAllowed("CUSTOMER")
@Tag(name = "Support")
public class CaseFileResource {

  static final String PDF = "application/pdf";
  static final String PNG = "image/png";
  static final String JPEG = "image/jpeg";

  private final FilingDesk desk;
  private final SupportCases cases;
  private final CaseFiles files;
  private final CaseViews views;
  private final FileAnswer answer;
  private final Customer customer;

  CaseFileResource(
      FilingDesk desk,
      SupportCases cases,
      CaseFiles files,
      CaseViews views,
      FileAnswer answer,
      Customer customer) {
    this.desk = desk;
    this.cases = cases;
    this.files = files;
    this.views = views;
    this.answer = answer;
    this.customer = customer;
  }

  /**
   * Adds a file to a support case, as a message without text.
   *
   * <p>What it is, its content says: whatever its name and its media type say, it has to be a PDF,
   * a PNG or a JPEG. The body may have 6 MiB.
   *
   * @param id the id of the case
   * @return the case with the file; it waits for the service centre
   * @throws ProblemException 409 when it has ended: {@code case-ended}, with its status as {@code
   *     state}
   * @throws ProblemException 409 when it has as many files as it may, 20 by default: {@code
   *     case-full}
   * @throws ProblemException 413 when the file has more than 5 MiB: {@code file-too-large}
   * @throws ProblemException 415 when the body is no form, or the content of the file is no PDF,
   *     PNG or JPEG: {@code file-type}
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForm.class)))
  @Operation(operationId = "addSupportFile", summary = "Add a file to a support case")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response add(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @RestForm(FileUpload.ALL) List<FileUpload> parts) {
    desk.bring(id, FileForm.read(parts), customer, ifMatch);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              SupportCase found =
                  cases.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
              return Versions.changed(found.version(), views.of(found, BuyerData::of));
            });
  }

  /**
   * Hands out a file of a support case, to be saved.
   *
   * @param id the id of the case
   * @param fileId the id of the file
   * @return the file, of the media type that its content has
   */
  @GET
  @Path("/{fileId}")
  @Produces({PDF, PNG, JPEG, MediaType.APPLICATION_JSON})
  @Operation(operationId = "getSupportFile", summary = "Get a file of a support case")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = PDF,
            schema = @Schema(implementation = String.class, format = "binary")),
        @Content(
            mediaType = PNG,
            schema = @Schema(implementation = String.class, format = "binary")),
        @Content(
            mediaType = JPEG,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  public Response get(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
    return cases
        .of(customer, id)
        .flatMap(found -> files.of(found, fileId))
        .map(answer::of)
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
