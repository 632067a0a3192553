package org.fapiaosuite.account.keys;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The other services' public keys, by service name: whoever is not in here is not a service. */
@Singleton
class ServiceTrust {

  private final Map<String, PublicKey> keys = new HashMap<>();

  ServiceTrust(KeysConfig config) {
    try {
      String json = Files.readString(Path.of(config.serviceTrust()));
      for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
        if (key instanceof EllipticCurveJsonWebKey ec && ec.getKeyId() != null) {
          keys.put(ec.getKeyId(), ec.getECPublicKey());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + config.serviceTrust(), e);
    } catch (JoseException e) {
      throw new IllegalStateException("no JSON Web Key Set: " + config.serviceTrust(), e);
    }
  }

  Optional<PublicKey> publicKey(String service) {
    return Optional.ofNullable(keys.get(service));
  }
}
