package org.fapiaosuite.fapiao.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.StockDesk;
import org.fapiaosuite.fapiao.stock.StockLevel;
import org.fapiaosuite.fapiao.stock.StockLevels;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How much there is to issue with. */
@Path("/api/v1/service-centre/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service centre")
public class CapacityResource {

  /**
   * How much is left of each type in each medium.
   *
   * @param items all four of them, whether kept or not
   */
  @Schema(name = "CapacityList")
  public record CapacitiesView(List<CapacityView> items) {}

  /**
   * What is settled for one type in one medium, in place of what was.
   *
   * @param threshold the stock is low from so many numbers on downwards, 0 to 1000000; leave it out
   *     when nobody wants to know. Example: {@code 50}.
   * @param monthlyQuota the most there may be issued in a calendar month, without tax (发票总额度), not
   *     below what is used; leave it out when there is no such limit
   */
  @Schema(name = "CapacityRequest")
  public record CapacityRequest(
      @Min(0) @Max(1_000_000) @Nullable Integer threshold, @Valid @Nullable Amount monthlyQuota) {}

  private final StockLevels levels;
  private final StockDesk desk;

  CapacityResource(StockLevels levels, StockDesk desk) {
    this.levels = levels;
    this.desk = desk;
  }

  /**
   * Shows how much is left to issue with: numbers, quota, and how many applications wait.
   *
   * @return all types and media
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "listCapacity", summary = "Show what is left to issue with")
  public CapacitiesView list() {
    return new CapacitiesView(levels.all().stream().map(CapacityView::of).toList());
  }

  /**
   * Shows how much is left of one type in one medium.
   *
   * <p>Its ETag is that of what is registered, which {@code If-Match} of a change is compared with;
   * holding and issuing numbers does not change it.
   *
   * @param type what the buyer can do with the Fapiao. Example: {@code SPECIAL}.
   * @param medium paper or electronic. Example: {@code PAPER}.
   * @return what is left of it
   */
  @GET
  @Path("/{type}/{medium}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getCapacity", summary = "Show what is left of one kind")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityView.class)))
  public Response get(@PathParam("type") FapiaoType type, @PathParam("medium") Medium medium) {
    return answer(levels.of(new FapiaoKind(type, medium)));
  }

  /**
   * Settles when the stock of a type in a medium is low, and its monthly quota.
   *
   * @param type what the buyer can do with the Fapiao. Example: {@code SPECIAL}.
   * @param medium paper or electronic. Example: {@code PAPER}.
   * @return what is left of it
   * @throws ProblemException 422 when the quota is below what is used already: {@code validation}
   */
  @PUT
  @Path("/{type}/{medium}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("LEAD")
  @Audited
  @Operation(operationId = "putCapacity", summary = "Settle threshold and quota of one kind")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityView.class)))
  public Response put(
      @PathParam("type") FapiaoType type,
      @PathParam("medium") Medium medium,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CapacityRequest request) {
    Amount quota = request.monthlyQuota();
    return answer(
        desk.settle(
            new FapiaoKind(type, medium),
            request.threshold(),
            quota == null ? null : quota.toMoney(),
            ifMatch));
  }

  static Response answer(StockLevel level) {
    return Versions.changed(level.version(), CapacityView.of(level));
  }
}
