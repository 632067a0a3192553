package org.fapiaosuite.ordersync.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** All reports. */
@ApplicationScoped
class Reconciliations implements PanacheRepositoryBase<Reconciliation, UUID> {

  /** Of a statement that is refused for this cause and has not been read since. */
  Optional<Reconciliation> refusedFor(String cause, String platform, LocalDate day) {
    return find(
            "from Reconciliation r where r.platform = ?1 and r.day = ?2 and r.outcome = ?3"
                + " and r.detail = ?4 and not exists (from Reconciliation later"
                + " where later.platform = ?1 and later.day = ?2 and later.outcome <> ?3"
                + " and later.startedAt > r.startedAt)",
            platform,
            day,
            ReconciliationOutcome.REFUSED,
            cause)
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
