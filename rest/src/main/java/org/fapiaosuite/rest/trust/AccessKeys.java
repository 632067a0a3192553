package org.fapiaosuite.rest.trust;

import java.security.PublicKey;
import java.util.Optional;

/**
 * The public keys that access tokens are believed on at this moment. Published ones by default
 * ({@link PublishedKeys}); the service that signs the tokens brings its own.
 */
public interface AccessKeys {

  /**
   * The key of this id.
   *
   * @param id {@code kid} of a token, from a stranger: any text
   */
  Optional<PublicKey> publicKey(String id);
}
