package org.fapiaosuite.rest.trust;

import java.util.Optional;

/** Where the published keys outlive a restart, so that it need not wait for their publisher. */
public interface KeptKeys {

  /** The JSON Web Key Set that was kept last; empty when there is none or it cannot be had. */
  Optional<String> read();

  /** Keeps a JSON Web Key Set in the place of the one before; a failure costs nothing but that. */
  void keep(String jwks);
}
