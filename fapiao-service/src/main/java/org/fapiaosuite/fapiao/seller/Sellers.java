package org.fapiaosuite.fapiao.seller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.fapiaosuite.rest.etag.Versions;
import org.jspecify.annotations.Nullable;

/** The seller's profile: what was entered, else what is configured. */
@ApplicationScoped
@Transactional
public class Sellers {

  private final EntityManager database;
  private final SellerConfig config;
  private final Clock clock;

  Sellers(EntityManager database, SellerConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The profile and its version.
   *
   * @param version 0 for the configured one
   */
  public record Versioned(SellerProfile profile, int version) {}

  /** The profile that counts now. */
  public SellerProfile profile() {
    return versioned().profile();
  }

  /** The same with its version. */
  public Versioned versioned() {
    return answer(database.find(StoredSeller.class, StoredSeller.ONLY));
  }

  /**
   * Enters another profile.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 428 or 412 unless its version was read
   */
  public Versioned replace(SellerProfile profile, String by, @Nullable String ifMatch) {
    StoredSeller stored =
        database.find(StoredSeller.class, StoredSeller.ONLY, LockModeType.PESSIMISTIC_WRITE);
    Versions.demand(ifMatch, answer(stored).version());
    if (stored == null) {
      stored = new StoredSeller(profile, by, clock.instant());
      database.persist(stored);
    } else {
      stored.replace(profile, by, clock.instant());
    }
    database.flush();
    return answer(stored);
  }

  private Versioned answer(@Nullable StoredSeller stored) {
    return stored == null
        ? new Versioned(SellerProfile.of(config), 0)
        : new Versioned(stored.profile(), stored.version() + 1);
  }
}
