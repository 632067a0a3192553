package org.fapiaosuite.fapiao.seller.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.seller.Sellers;
import org.fapiaosuite.rest.etag.Versions;
import org.jspecify.annotations.Nullable;

/** The seller's profile, which cases, corrections and mails go by. */
@Path("/api/v1/service-centre/seller")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service centre")
public class SellerResource {

  private final Sellers sellers;
  private final Staff staff;
  private final Clock clock;

  SellerResource(Sellers sellers, Staff staff, Clock clock) {
    this.sellers = sellers;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * Shows the seller's profile: the one that was entered, else the configured one.
   *
   * @return the profile
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getSeller", summary = "Get the seller's profile")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SellerData.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@Context Request request) {
    Sellers.Versioned seller = sellers.versioned();
    return Versions.answer(request, seller.version(), () -> SellerData.of(seller.profile()));
  }

  /**
   * Replaces the seller's profile; all its fields.
   *
   * <p>Open support cases and the mails from now on name the new address. What was issued stays as
   * it is.
   *
   * @return the profile as it is now
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "putSeller", summary = "Replace the seller's profile")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SellerData.class)))
  public Response put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid SellerData sent) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Promise.CHINA);
    Sellers.Versioned replaced = sellers.replace(sent.checked(today), staff.id(), ifMatch);
    return Versions.changed(replaced.version(), SellerData.of(replaced.profile()));
  }
}
