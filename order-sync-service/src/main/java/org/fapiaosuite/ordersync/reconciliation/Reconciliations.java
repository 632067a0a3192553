package org.fapiaosuite.ordersync.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.ordersync.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** All reports. */
@ApplicationScoped
class Reconciliations implements PanacheRepositoryBase<Reconciliation, UUID> {

  Optional<Reconciliation> newest(String platform, LocalDate day) {
    return find("platform = ?1 and day = ?2 order by startedAt desc", platform, day)
        .firstResultOptional();
  }

  /** Newest first, of one day or of all, and one more than the limit if there is one. */
  List<Reconciliation> page(@Nullable LocalDate day, Cursor after, int limit) {
    String position = "(startedAt, cast(id as string)) < (?1, ?2)";
    String order = " order by startedAt desc, cast(id as string) desc";
    return day == null
        ? find(position + order, after.at(), after.key()).range(0, limit).list()
        : find("day = ?3 and " + position + order, after.at(), after.key(), day)
            .range(0, limit)
            .list();
  }
}
