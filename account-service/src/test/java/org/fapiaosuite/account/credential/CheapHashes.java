package org.fapiaosuite.account.credential;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Hashes at next to no cost, for the hundreds of accounts that tests make; what a hash really costs
 * is for {@link PasswordsTest}, which has {@link HashCost#ASVS}.
 */
class CheapHashes {
  @Produces
  @Singleton
  HashCost cost() {
    return new HashCost(64, 1, 1);
  }
}
