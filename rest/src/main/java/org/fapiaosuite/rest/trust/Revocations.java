package org.fapiaosuite.rest.trust;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** Which access tokens are no longer believed although they have not expired. */
public interface Revocations {

  /** Whether this well-signed token has been taken back; answers from memory, without waiting. */
  boolean isRevoked(JsonWebToken token);
}
