package org.fapiaosuite.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** A resource with everything in its body that a caller can get wrong. */
@Path("/api/v1/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

  enum Kind {
    ONE,
    TWO
  }

  record Line(@NotBlank String name) {}

  record Probe(
      @NotBlank String text,
      @Nullable Integer count,
      @Nullable BigDecimal amount,
      @Nullable Boolean flag,
      @Nullable Kind kind,
      @Nullable UUID id,
      @Nullable List<@NotNull @Valid Line> lines) {}

  record Measured(
      @NotNull @Size(max = 3) String atMost,
      @NotNull @Size(min = 2, max = 3) String between,
      @NotNull @Size(max = 1, message = "{fapiaosuite.entries}") List<String> entries,
      @NotNull @Min(1) Integer least,
      @NotNull @Max(1) Integer most) {}

  @POST
  @PermitAll
  public Probe post(@Valid Probe probe) {
    return probe;
  }

  @GET
  @PermitAll
  public String get(
      @QueryParam("limit") @DefaultValue("20") @Min(1) int limit,
      @QueryParam("below") @Nullable Long below,
      @QueryParam("kind") @Nullable Kind kind,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("day") @Nullable LocalDate day) {
    return "{}";
  }

  @GET
  @Path("/{id}")
  @PermitAll
  public String one(@PathParam("id") UUID id) {
    return "{}";
  }

  @GET
  @Path("/secret")
  @RolesAllowed("CLERK")
  public String secret() {
    return "{}";
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "{}";
  }

  @GET
  @Path("/broken")
  @PermitAll
  public String broken() {
    throw new IllegalStateException("text of an exception");
  }

  @GET
  @Path("/database-away")
  @PermitAll
  public String databaseAway() {
    throw new IllegalStateException("wrapped", new SQLException("connection refused", "08001"));
  }

  @GET
  @Path("/versioned")
  @PermitAll
  public Response versioned(@Context Request request) {
    return Versions.answer(request, 7, () -> "{}");
  }

  @POST
  @Path("/measured")
  @PermitAll
  public Measured measured(@Valid Measured measured) {
    return measured;
  }

  @GET
  @Path("/throttled")
  @PermitAll
  public String throttled() {
    throw StandardProblem.TOO_MANY_REQUESTS.with().retryAfter(Duration.ofMillis(1500));
  }
}
