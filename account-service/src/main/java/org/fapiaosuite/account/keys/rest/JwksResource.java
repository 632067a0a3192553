package org.fapiaosuite.account.keys.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.keys.SigningKeys;

/** The public keys of access tokens, for every service that checks one. */
@Path("/.well-known/jwks.json")
public class JwksResource {

  /**
   * A JSON Web Key Set (RFC 7517).
   *
   * @param keys the one that signs, and older ones whose tokens may still be valid
   */
  public record KeySet(List<Key> keys) {}

  /**
   * A public key on the curve P-256.
   *
   * @param kty the key type. Example: {@code EC}.
   * @param use what for. Example: {@code sig}.
   * @param alg the algorithm of the signatures. Example: {@code ES256}.
   * @param kid as in the header of the token. Example: {@code 3d1c}.
   * @param crv the curve. Example: {@code P-256}.
   * @param x coordinate, Base64url. Example: {@code gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0}.
   * @param y coordinate, Base64url. Example: {@code SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps}.
   */
  public record Key(
      String kty, String use, String alg, String kid, String crv, String x, String y) {}

  private static final int FRESH_SECONDS = 60;

  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * The public keys of the access tokens (RFC 7517).
   *
   * <p>Fetch them once a minute and keep them when this fails; a key stays in the set until no
   * valid token is signed with it.
   *
   * @return a JSON Web Key Set
   */
  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getJwks", summary = "Get the public keys of the access tokens")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeySet.class)))
  public Response jwks() {
    CacheControl cache = new CacheControl();
    cache.setMaxAge(FRESH_SECONDS);
    return Response.ok(keys.jwks()).cacheControl(cache).build();
  }
}
