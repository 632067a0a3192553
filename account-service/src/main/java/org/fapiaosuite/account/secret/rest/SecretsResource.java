package org.fapiaosuite.account.secret.rest;

import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.secret.SecretSource;
import org.fapiaosuite.account.secret.SecretSource.Minted;
import org.fapiaosuite.account.secret.SecretSource.NoLongerWanted;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.fapiaosuite.rest.trust.ServiceTrust;
import org.jspecify.annotations.Nullable;

/** Hands out the secret of a mail that is about to be sent; for services only. */
@Path("/internal/secrets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecretsResource {

  private final List<SecretSource> sources;

  SecretsResource(@All List<SecretSource> sources) {
    this.sources = sources;
  }

  /**
   * Which secret.
   *
   * @param subjectId id of the request as in the event; the order number for a claim code
   */
  public record SecretQuery(@NotNull SecretKind kind, @NotBlank @Size(max = 64) String subjectId) {}

  /**
   * The secret.
   *
   * @param expiresAt absent for a secret that does not expire
   */
  public record SecretAnswer(String secret, @Nullable Instant expiresAt) {}

  @POST
  @RolesAllowed(ServiceTrust.ROLE)
  @Operation(
      operationId = "mintSecret",
      summary = "Secret of a mail: 404 not known yet, 410 no longer wanted")
  public Response mint(@Valid SecretQuery query) {
    try {
      Minted minted = find(query).orElseThrow(StandardProblem.NOT_FOUND::with);
      return Response.ok(new SecretAnswer(minted.secret(), minted.expiresAt()))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (NoLongerWanted dropped) {
      throw Problem.GONE.with();
    }
  }

  private Optional<Minted> find(SecretQuery query) {
    return sources.stream()
        .filter(source -> source.serves(query.kind()))
        .findFirst()
        .flatMap(source -> source.mint(query.kind(), query.subjectId()));
  }
}
