package org.fapiaosuite.account.keys.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.account.keys.SigningKeys;

/** The public keys of access tokens, for every service that checks one. */
@Path("/.well-known/jwks.json")
public class JwksResource {

  private static final int FRESH_SECONDS = 60;

  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getJwks", summary = "Public keys of the access tokens (RFC 7517)")
  public Response jwks() {
    CacheControl cache = new CacheControl();
    cache.setMaxAge(FRESH_SECONDS);
    return Response.ok(keys.jwks()).cacheControl(cache).build();
  }
}
