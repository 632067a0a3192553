package org.fapiaosuite.fapiao.title.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.title.Title;
import org.fapiaosuite.fapiao.title.TitleLibrary;
import org.fapiaosuite.fapiao.title.TitleRequest;
import org.fapiaosuite.fapiao.title.Titles;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Titles (抬头): buyers that an account keeps for its next applications. */
@Path("/api/v1/titles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Titles")
public class TitleResource {

  private final Titles titles;
  private final TitleLibrary library;
  private final Customer customer;
  private final CallerLanguage language;

  TitleResource(Titles titles, TitleLibrary library, Customer customer, CallerLanguage language) {
    this.titles = titles;
    this.library = library;
    this.customer = customer;
    this.language = language;
  }

  /**
   * Lists the kept titles of the caller, newest first.
   *
   * @return one page
   */
  @GET
  @Transactional
  @Operation(operationId = "listTitles", summary = "List your titles")
  public Page<TitleView> list(@Valid @BeanParam PageRequest page) {
    return Page.of(
        page,
        titles.page(customer, page.from(Cursor.NEWEST), page.limit()),
        title -> new Cursor(title.createdAt(), title.id()),
        title -> TitleView.of(title, List.of(), language.locale()));
  }

  /**
   * Shows one title of the caller.
   *
   * @param id the id of the title
   * @return the title, without warnings
   */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getTitle", summary = "Get a title")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TitleView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Title title = titles.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(
        request, title.version(), () -> TitleView.of(title, List.of(), language.locale()));
  }

  /**
   * Keeps a title for the next applications.
   *
   * <p>It is checked like the buyer of an ORDINARY Fapiao. When it is to be the default, it takes
   * the place of the one that was.
   *
   * @return the title, with what seems odd about it as {@code warnings}
   * @throws ProblemException 409 when the account keeps a title of this type and name already:
   *     {@code title-exists}
   * @throws ProblemException 409 when it keeps as many as it may, 200 by default: {@code
   *     too-many-titles}
   * @throws ProblemException 409 when another request makes another title the default at the same
   *     moment: {@code conflict}. Try again
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createTitle", summary = "Keep a title")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TitleView.class)))
  public Response create(@NotNull @Valid TitleRequest request) {
    TitleLibrary.Kept kept = library.add(request, customer);
    URI location = URI.create("/api/v1/titles/" + kept.title().id());
    return answer(Response.created(location), kept);
  }

  /**
   * Replaces a title; all its fields, those left out are emptied.
   *
   * <p>Applications that were made under it stay as they are.
   *
   * @param id the id of the title
   * @return the title, with what seems odd about it as {@code warnings}
   * @throws ProblemException 409 when the account keeps another title of this type and name: {@code
   *     title-exists}
   * @throws ProblemException 409 when another request makes another title the default at the same
   *     moment: {@code conflict}. Try again
   */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceTitle", summary = "Replace a title")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TitleView.class)))
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TitleRequest request) {
    return answer(Response.ok(), library.replace(id, request, customer, ifMatch));
  }

  /**
   * Deletes a title.
   *
   * <p>Applications that were made under it stay as they are.
   *
   * @param id the id of the title
   */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteTitle", summary = "Delete a title")
  @APIResponse(responseCode = "204", description = "Deleted.")
  public void remove(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    library.remove(id, customer, ifMatch);
  }

  private Response answer(Response.ResponseBuilder answer, TitleLibrary.Kept kept) {
    TitleView view = TitleView.of(kept.title(), kept.warnings(), language.locale());
    return Versions.tagged(answer.entity(view), kept.title().version());
  }
}
