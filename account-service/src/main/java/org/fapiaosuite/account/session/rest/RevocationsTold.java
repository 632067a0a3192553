package org.fapiaosuite.account.session.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.fapiaosuite.account.session.Revoking;

/**
 * Whoever reads the answer to signing out, or to anything else that takes tokens back, may rely on
 * it; so it is not sent before the other services can know.
 */
@Provider
class RevocationsTold implements ContainerResponseFilter {

  private final Revoking revoking;

  RevocationsTold(Revoking revoking) {
    this.revoking = revoking;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    revoking.awaitTold();
  }
}
