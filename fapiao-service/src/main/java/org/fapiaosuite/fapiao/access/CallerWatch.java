package org.fapiaosuite.fapiao.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.rest.trust.Revocations;

/** Tells, after a request was let in, whether it still would be: for answers that go on. */
@ApplicationScoped
public class CallerWatch {

  private final SecurityIdentity identity;
  private final Revocations revocations;

  CallerWatch(SecurityIdentity identity, Revocations revocations) {
    this.identity = identity;
    this.revocations = revocations;
  }

  /**
   * True as long as the token of the request at hand has not been taken back; good on any thread.
   */
  public BooleanSupplier stillSignedIn() {
    Principal caller = identity.getPrincipal();
    return () -> !(caller instanceof JsonWebToken token && revocations.isRevoked(token));
  }
}
