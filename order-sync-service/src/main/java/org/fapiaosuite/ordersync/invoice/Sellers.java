package org.fapiaosuite.ordersync.invoice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The seller's profile through time. */
@ApplicationScoped
class Sellers implements PanacheRepositoryBase<Seller, LocalDate> {

  /**
   * The profile that was valid on a day.
   *
   * @throws IllegalStateException when there is none, which the first migration rules out
   */
  Seller on(LocalDate day) {
    return find("validFrom <= ?1 order by validFrom desc", day)
        .firstResultOptional()
        .orElseThrow(() -> new IllegalStateException("no seller on " + day));
  }
}
