package org.fapiaosuite.account.claimreview;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;
import static org.fapiaosuite.account.profile.RoleNames.AUDITOR;
import static org.fapiaosuite.account.profile.RoleNames.CLERK;
import static org.fapiaosuite.account.profile.RoleNames.LEAD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fapiaosuite.account.claim.ClaimReview;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Orders that somebody claims, for staff. */
@Path("/api/v1/staff/claims")
@Produces(MediaType.APPLICATION_JSON)
public class StaffClaimsResource {

  private final ClaimReview review;
  private final CurrentAccount current;
  private final AuditTrail trail;

  StaffClaimsResource(ClaimReview review, CurrentAccount current, AuditTrail trail) {
    this.review = review;
    this.current = current;
    this.trail = trail;
  }

  /**
   * What somebody of staff decides about a claim.
   *
   * @param approve false drops what somebody prepared. Example: {@code true}.
   * @param evidence what was shown that proves the claim, or why it does not; for the record, at
   *     most 500 characters. Example: {@code Purchase contract 2026-117 and the bank's receipt}.
   */
  public record DecideClaimRequest(
      @NotNull Boolean approve, @NotBlank @Size(max = 500) String evidence) {}

  /**
   * Lists the claims of a status, the oldest first. Those that wait for their payer are the ones
   * staff can decide; without an address the payer was never asked.
   *
   * @param status WAITING when it is left out. Example: {@code WAITING}.
   * @return one page
   */
  @GET
  @RolesAllowed({CLERK, LEAD, ADMIN, AUDITOR})
  @Audited
  @Operation(operationId = "listClaims", summary = "List the claims for staff")
  public Page<StaffClaimView> list(
      @Parameter(schema = @Schema(implementation = ClaimStanding.class)) @QueryParam("status")
          @Nullable String status,
      @Valid @BeanParam PageRequest page) {
    current.account();
    return trail.shown(
        Page.of(
            page,
            review.page(standing(status).status(), page.from(Cursor.OLDEST), page.limit()),
            found -> new Cursor(found.claim().madeAt(), found.claim().id()),
            StaffClaimView::of),
        StaffClaimView::id);
  }

  /**
   * Says what a claim that waits for its payer may be granted on. Said once, it is prepared; said
   * by another person with the role LEAD, it is granted: the claimant has access within seconds and
   * gets a mail.
   *
   * @param id of the claim, from the list
   * @return the claim as it now is
   * @throws ProblemException 403 for whoever prepared it: {@code four-eyes}; and for an account
   *     without the role
   * @throws ProblemException 409 when the claim does not wait for its payer: {@code
   *     claim-not-waiting}; when there is nothing to drop: {@code nothing-prepared}
   */
  @POST
  @Path("/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CLERK, LEAD})
  @Audited
  @Operation(operationId = "decideClaim", summary = "Prepare or approve a claim")
  public StaffClaimView decide(
      @PathParam("id") UUID id, @NotNull @Valid DecideClaimRequest request) {
    return StaffClaimView.of(
        review.decide(id, request.approve(), request.evidence(), current.account()));
  }

  private static ClaimStanding standing(@Nullable String name) {
    if (name == null) {
      return ClaimStanding.WAITING;
    }
    try {
      return ClaimStanding.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw StandardProblem.VALIDATION.with().violation("status", "violation.value");
    }
  }
}
