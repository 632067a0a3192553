package org.fapiaosuite.account.credential;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What one Argon2id hash costs whoever guesses. Not configurable on purpose.
 *
 * @param memory in KiB
 */
record HashCost(int memory, int passes, int lanes) {

  /** OWASP ASVS 5.0 appendix C. */
  static final HashCost ASVS = new HashCost(19_456, 2, 1);

  /**
   * The cost in every service that runs; tests that are not about passwords have a bean of theirs.
   */
  @Singleton
  static class OfThisService {
    @Produces
    @DefaultBean
    @Singleton
    HashCost cost() {
      return ASVS;
    }
  }
}
