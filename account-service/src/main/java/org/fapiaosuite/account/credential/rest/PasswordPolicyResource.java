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
   * @param minLength fewest characters, counted in Unicode code points
   * @param maxLength most characters, counted in Unicode code points
   */
  public record PasswordRules(int minLength, int maxLength) {}

  @GET
  @PermitAll
  @Cache(maxAge = FIVE_MINUTES)
  @Operation(operationId = "getPasswordPolicy", summary = "How long a password must and may be")
  public PasswordRules rules() {
    return new PasswordRules(config.shortest(), config.longest());
  }
}
