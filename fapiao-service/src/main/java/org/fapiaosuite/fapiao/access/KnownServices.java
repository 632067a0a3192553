package org.fapiaosuite.fapiao.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fapiaosuite.fapiao.sealing.SealingConfig;
import org.fapiaosuite.rest.trust.ServiceTrust;

/** The services that may ask this one for pick-up codes. */
class KnownServices {

  @Produces
  @Singleton
  ServiceTrust trust(SealingConfig config) {
    return new ServiceTrust("fapiao-service", config.keys().serviceTrust());
  }
}
