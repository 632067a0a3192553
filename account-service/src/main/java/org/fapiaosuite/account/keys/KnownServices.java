package org.fapiaosuite.account.keys;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.fapiaosuite.rest.trust.ServiceTrust;

/** The services that may ask this one for secrets. */
class KnownServices {

  @Produces
  @Singleton
  ServiceTrust trust(KeysConfig config) {
    return new ServiceTrust("account-service", Path.of(config.serviceTrust()));
  }
}
