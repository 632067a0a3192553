package org.fapiaosuite.fapiao.secret.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.delivery.PickupCodes;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.fapiaosuite.rest.trust.ServiceTrust;

/** Mints pick-up codes; for services only, never routed by the gateway. */
@Path("/internal/secrets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecretsResource {

  /** Kinds of secrets that are minted here. */
  public enum Kind {
    PICKUP_CODE
  }

  /** Which secret; the subject of a pick-up code is the application's id. */
  public record SecretRequest(@NotNull Kind kind, @NotBlank @Size(max = 64) String subjectId) {}

  /** The secret itself. */
  public record SecretView(String secret) {}

  private final Applications applications;
  private final PickupCodes codes;

  SecretsResource(Applications applications, PickupCodes codes) {
    this.applications = applications;
    this.codes = codes;
  }

  /**
   * Answers the same secret however often it is asked for, while it is of use.
   *
   * @throws ProblemException 404 while it is not known yet, 410 when it is no longer wanted
   */
  @POST
  @Transactional
  @RolesAllowed(ServiceTrust.ROLE)
  public Response mint(@NotNull @Valid SecretRequest request) {
    UUID id = id(request.subjectId());
    ApplicationStatus status = applications.status(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    String code =
        switch (status) {
          case READY_FOR_PICKUP -> codes.code(id);
          case COMPLETED,
              CANCELLED,
              REJECTED,
              RETURNED,
              LOST,
              MAILED_OUT,
              DELIVERED_ELECTRONICALLY ->
              throw Problem.GONE.with();
          case DRAFT, SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK, ISSUING, ISSUE_UNKNOWN, ISSUED ->
              throw StandardProblem.NOT_FOUND.with();
        };
    return Response.ok(new SecretView(code)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw StandardProblem.NOT_FOUND.with();
    }
  }
}
