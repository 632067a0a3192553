package org.fapiaosuite.fapiao.issuing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;

/** The Fapiao that were issued. */
@Path("/api/v1/fapiaos")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Fapiao")
public class FapiaoResource {

  private final Fapiaos fapiaos;
  private final Customer customer;

  FapiaoResource(Fapiaos fapiaos, Customer customer) {
    this.fapiaos = fapiaos;
    this.customer = customer;
  }

  /**
   * Lists the Fapiao that were issued to the caller, red letters among them, newest first.
   *
   * @return one page
   */
  @GET
  @Transactional
  @Operation(operationId = "listFapiaos", summary = "List your Fapiao")
  public Page<FapiaoView> list(@Valid @BeanParam PageRequest page) {
    List<Fapiao> rows = fapiaos.page(customer, page.from(Cursor.NEWEST), page.limit());
    return Page.of(
        page,
        rows,
        fapiao -> new Cursor(fapiao.issuedAt(), fapiao.id()),
        FapiaoView.among(fapiaos.redLetters(rows)));
  }

  /**
   * Shows one Fapiao of the caller.
   *
   * @param id the id of the Fapiao in this suite
   * @return the Fapiao
   */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getFapiao", summary = "Get a Fapiao")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FapiaoView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Fapiao fapiao = fapiaos.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(
        request,
        fapiao.version(),
        () -> FapiaoView.among(fapiaos.redLetters(List.of(fapiao))).apply(fapiao));
  }
}
