package org.fapiaosuite.account.claim.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.account.claim.ClaimCodes;
import org.fapiaosuite.rest.trust.ServiceTrust;

/**
 * Hands out the claim codes of many orders at once, whose confirmations are about to be sent; for
 * services only. Unlike other secrets a code does not expire, so it may be asked for a little
 * ahead.
 */
@Path("/internal/secrets/claim-codes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClaimCodesResource {

  private static final int MOST = 100;

  private final ClaimCodes codes;

  ClaimCodesResource(ClaimCodes codes) {
    this.codes = codes;
  }

  /** Whose codes. */
  public record CodesQuery(
      @NotEmpty @Size(max = MOST) List<@NotNull @NotBlank @Size(max = 64) String> orderNumbers) {}

  /** The codes by order number; an order that is not known yet has none. */
  public record CodesAnswer(Map<String, String> codes) {}

  @POST
  @RolesAllowed(ServiceTrust.ROLE)
  @Operation(operationId = "mintClaimCodes", summary = "Claim codes of up to 100 orders")
  public Response mint(@Valid @NotNull CodesQuery query) {
    return Response.ok(new CodesAnswer(codes.mintAll(query.orderNumbers())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
