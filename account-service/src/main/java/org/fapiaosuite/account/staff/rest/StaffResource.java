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
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The accounts of staff; for administrators. */
@Path("/api/v1/staff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ADMIN)
public class StaffResource {

  private final StaffDesk desk;
  private final CurrentAccount current;
  private final AuditTrail trail;

  StaffResource(StaffDesk desk, CurrentAccount current, AuditTrail trail) {
    this.desk = desk;
    this.current = current;
    this.trail = trail;
  }

  /**
   * Somebody new.
   *
   * @param email where the temporary password goes, and what they sign in with; no account may have
   *     it yet. Example: {@code mei.lin@fapiao.example}.
   * @param role what they may do
   * @param locale language of the mails: zh-CN, en or de; English when absent. Example: {@code
   *     zh-CN}.
   */
  public record CreateStaffAccountRequest(
      @NotNull @MailAddress String email,
      @NotNull StaffRole role,
      @Nullable @Pattern(regexp = "zh-CN|en|de", message = "{fapiaosuite.locale}") String locale) {}

  /**
   * What somebody is from now on.
   *
   * @param role what they may do
   * @param status whether they may sign in
   */
  public record ChangeStaffAccountRequest(@NotNull StaffRole role, @NotNull AccountStatus status) {}

  /**
   * One page of staff accounts, in the order they were made.
   *
   * @param items at most {@code limit}
   * @param nextCursor where the next page begins; absent on the last. Example: {@code
   *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   */
  @Schema(name = "StaffAccountList")
  public record StaffPage(List<StaffView> items, @Nullable String nextCursor) {}

  /**
   * Lists the accounts of all staff, deactivated ones too, a page at a time.
   *
   * @return one page
   */
  @GET
  @RolesAllowed(ADMIN)
  @Audited
  @Operation(operationId = "listStaffAccounts", summary = "List the staff accounts")
  public StaffPage list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") UUID cursor) {
    current.account();
    return trail
        .shown(
            Page.of(
                limit,
                desk.list(cursor, limit + 1),
                account -> account.id().toString(),
                StaffView::of),
            StaffView::id)
        .as(StaffPage::new);
  }

  /**
   * Creates an account for somebody of the staff.
   *
   * <p>A temporary password goes to the address; with it one can set a password and nothing else.
   *
   * @return the new account
   * @throws ProblemException 409 when the address has an account already
   */
  @POST
  @RolesAllowed(ADMIN)
  @Audited
  @Operation(operationId = "createStaffAccount", summary = "Create a staff account")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response create(@Valid CreateStaffAccountRequest request) {
    current.account();
    String locale = request.locale();
    Account account =
        desk.takeOn(
            EmailAddress.of(request.email()),
            request.role().role(),
            locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale));
    trail.about(account.id());
    return answer(Response.created(URI.create("/api/v1/staff/" + account.id())), account);
  }

  /**
   * Shows the account of one member of staff.
   *
   * @param id of the account
   * @return the account
   */
  @GET
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Audited
  @Operation(operationId = "getStaffAccount", summary = "Get a staff account")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response get(@PathParam("id") UUID id) {
    current.account();
    return answer(Response.ok(), desk.find(id).orElseThrow(StandardProblem.NOT_FOUND::with));
  }

  /**
   * Changes role and status.
   *
   * <p>The sessions of the account end, and its tokens are refused within seconds.
   *
   * @param id of the account
   * @return the account as it now is
   * @throws ProblemException 409 when nobody else would be left to administer: an administrator
   *     cannot take away their own role or access; and for another role of somebody whose role an
   *     issuer says
   */
  @PUT
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Audited
  @Operation(
      operationId = "changeStaffAccount",
      summary = "Change role and status of a staff account")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid ChangeStaffAccountRequest request) {
    UUID admin = current.account().id();
    return answer(
        Response.ok(), desk.change(id, ifMatch, request.role().role(), request.status(), admin));
  }

  /**
   * Deactivates the account of somebody who has left.
   *
   * <p>They cannot sign in any more, and their tokens are refused within seconds. Repeated, it
   * stays so; PUT with the status ACTIVE undoes it.
   *
   * @param id of the account
   * @throws ProblemException 409 when it is the administrator's own account
   */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(ADMIN)
  @Audited
  @Operation(operationId = "deactivateStaffAccount", summary = "Deactivate a staff account")
  @APIResponse(responseCode = "204", description = "Deactivated.")
  public void deactivate(@PathParam("id") UUID id) {
    desk.letGo(id, current.account().id());
  }

  private static Response answer(Response.ResponseBuilder response, Account account) {
    return Versions.tagged(response.entity(StaffView.of(account)), account.version());
  }
}
