package org.fapiaosuite.account.staff.rest;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.address.MailAddress;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.AccountStatus;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.account.staff.StaffDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The accounts of staff. */
@Path("/api/v1/staff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ADMIN)
public class StaffResource {

  private final StaffDesk desk;
  private final CurrentAccount current;

  StaffResource(StaffDesk desk, CurrentAccount current) {
    this.desk = desk;
    this.current = current;
  }

  /**
   * Somebody new.
   *
   * @param locale language of the mails, English when absent
   */
  public record TakeOnRequest(
      @NotNull @MailAddress String email,
      @NotNull StaffRole role,
      @Nullable @Pattern(regexp = "zh-CN|en|de", message = "{fapiaosuite.locale}") String locale) {}

  /** What somebody is from now on. */
  public record ChangeStaffRequest(@NotNull StaffRole role, @NotNull AccountStatus status) {}

  /** One page of staff; no cursor on the last. */
  public record StaffPage(List<StaffView> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed(ADMIN)
  @Operation(operationId = "listStaff", summary = "All staff, a page at a time")
  public StaffPage list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") UUID cursor) {
    current.account();
    return Page.of(
            limit, desk.list(cursor, limit + 1), account -> account.id().toString(), StaffView::of)
        .as(StaffPage::new);
  }

  @POST
  @RolesAllowed(ADMIN)
  @Operation(operationId = "takeOnStaff", summary = "Make an account; its password comes by mail")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  @APIResponse(responseCode = "409")
  public Response takeOn(@Valid TakeOnRequest request) {
    current.account();
    String locale = request.locale();
    Account account =
        desk.takeOn(
            EmailAddress.of(request.email()),
            request.role().role(),
            locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale));
    return answer(Response.created(URI.create("/api/v1/staff/" + account.id())), account);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Operation(operationId = "getStaff", summary = "One member of staff")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response get(@PathParam("id") UUID id) {
    current.account();
    return answer(Response.ok(), desk.find(id).orElseThrow(StandardProblem.NOT_FOUND::with));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Operation(operationId = "changeStaff", summary = "Change role and status")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  @APIResponse(responseCode = "409")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid ChangeStaffRequest request) {
    UUID admin = current.account().id();
    return answer(
        Response.ok(), desk.change(id, ifMatch, request.role().role(), request.status(), admin));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Operation(operationId = "letStaffGo", summary = "Shut the account; repeated, it stays shut")
  @APIResponse(responseCode = "204", description = "Shut")
  @APIResponse(responseCode = "409")
  public void letGo(@PathParam("id") UUID id) {
    desk.letGo(id, current.account().id());
  }

  private static Response answer(Response.ResponseBuilder response, Account account) {
    return Versions.tagged(response.entity(StaffView.of(account)), account.version());
  }
}
