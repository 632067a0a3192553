package org.fapiaosuite.testkit.architecture.sample.endpoints;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Says it at each method. */
@Path("/guarded")
class GuardedResource {
  @GET
  @PermitAll
  void everybody() {}

  @POST
  @RolesAllowed("clerk")
  void clerks() {}

  @DELETE
  @DenyAll
  void nobody() {}
}
