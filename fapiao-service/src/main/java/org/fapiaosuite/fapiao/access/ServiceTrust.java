package org.fapiaosuite.fapiao.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.fapiao.sealing.SealingConfig;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The other services' public keys by their names; whoever is not in here is not a service. */
@ApplicationScoped
class ServiceTrust {

  private final Map<String, PublicKey> keys = new HashMap<>();

  ServiceTrust(SealingConfig config) {
    Path file = config.keys().serviceTrust();
    try {
      for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
        if (key instanceof EllipticCurveJsonWebKey curve && curve.getKeyId() != null) {
          keys.put(curve.getKeyId(), curve.getECPublicKey());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (JoseException e) {
      throw new IllegalStateException("no JSON Web Key Set: " + file, e);
    }
  }

  Optional<PublicKey> publicKey(String service) {
    return Optional.ofNullable(keys.get(service));
  }
}
