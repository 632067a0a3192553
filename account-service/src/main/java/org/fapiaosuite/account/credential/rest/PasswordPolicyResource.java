package org.fapiaosuite.account.credential.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.account.credential.CredentialConfig;
import org.jboss.resteasy.reactive.Cache;

/** What a password must be, so that a page can say so before anybody types one. */
@Path("/api/v1/password-policy")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordPolicyResource {

  private static final int FIVE_MINUTES = 300;

  private final CredentialConfig config;

  PasswordPolicyResource(CredentialConfig config) {
    this.config = config;
  }

  /**
   * What a password must be. Beyond its length, one of the most used passwords and one that is
   * little more than the address, the order number or our own words are refused when they are sent.
   *
   * @param minLength fewest characters, counted in Unicode code points. Example: {@code 8}.
   * @param maxLength most characters, counted in Unicode code points. Example: {@code 128}.
   */
  public record PasswordRules(int minLength, int maxLength) {}

  /**
   * Tells how long a password must and may be. Needs no access token.
   *
   * @return the bounds; the other rules are told when a password is refused
   */
  @GET
  @PermitAll
  @Cache(maxAge = FIVE_MINUTES)
  @Operation(operationId = "getPasswordPolicy", summary = "Get the bounds of a password")
  public PasswordRules rules() {
    return new PasswordRules(config.shortest(), config.longest());
  }
}
