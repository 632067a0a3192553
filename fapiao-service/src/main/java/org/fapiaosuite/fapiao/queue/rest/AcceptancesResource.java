package org.fapiaosuite.fapiao.queue.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.queue.BulkAcceptance;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Many applications taken on at once. */
@Path("/api/v1/service-centre/applications/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class AcceptancesResource {

  private static final int MOST = 100;

  private final BulkAcceptance acceptance;
  private final Staff staff;

  AcceptancesResource(BulkAcceptance acceptance, Staff staff) {
    this.acceptance = acceptance;
    this.staff = staff;
  }

  /**
   * Applications to be accepted.
   *
   * @param ids 1 to 100, each once. Example: {@code ["01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22"]}.
   */
  @Schema(name = "AcceptancesRequest")
  public record AcceptancesRequest(
      @Schema(minItems = 1, maxItems = MOST) @NotNull List<@NotNull UUID> ids) {}

  /**
   * What became of each, in the order asked.
   *
   * @param items one for each id
   */
  @Schema(name = "Acceptances")
  public record AcceptancesView(List<AcceptanceView> items) {}

  /**
   * What became of one application.
   *
   * @param id the id of the application
   * @param status how far it is now; absent when it was not accepted
   * @param problem why it was not accepted, one of the types of problems that accepting a single
   *     one can have; absent when it was. Example: {@code urn:fapiaosuite:problem:cannot-accept}.
   */
  @Schema(name = "Acceptance")
  public record AcceptanceView(
      UUID id, @Nullable ApplicationStatus status, @Nullable String problem) {}

  /**
   * Accepts up to a hundred applications, each for itself: one that cannot be accepted does not
   * keep the others from it.
   *
   * @return what became of each
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "acceptApplications", summary = "Accept many applications")
  public AcceptancesView accept(@NotNull @Valid AcceptancesRequest request) {
    List<UUID> ids = request.ids();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw StandardProblem.VALIDATION.with().violation("ids", "violation.bulk", MOST);
    }
    if (new HashSet<>(ids).size() < ids.size()) {
      throw StandardProblem.VALIDATION.with().violation("ids", "violation.id-twice");
    }
    String clerk = staff.id();
    return new AcceptancesView(ids.stream().map(id -> accept(id, clerk)).toList());
  }

  private AcceptanceView accept(UUID id, String clerk) {
    try {
      return new AcceptanceView(id, acceptance.accept(id, clerk), null);
    } catch (ProblemException refused) {
      return new AcceptanceView(id, null, refused.problem().type().toString());
    }
  }
}
