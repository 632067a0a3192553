package org.fapiaosuite.fapiao.correction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** All corrections; who changes one has locked its Fapiao. */
@ApplicationScoped
public class Corrections implements PanacheRepositoryBase<Correction, UUID> {

  /** The one that is prepared or approved, of a Fapiao that is locked. */
  Optional<Correction> openOf(UUID fapiao) {
    return find("fapiaoId = ?1 and status in ('PREPARED', 'APPROVED')", fapiao)
        .firstResultOptional();
  }

  /** The one that was prepared last. */
  Optional<Correction> latestOf(UUID fapiao) {
    return find("fapiaoId = ?1 order by preparedAt desc, id desc", fapiao)
        .page(0, 1)
        .firstResultOptional();
  }

  /** How much of which bill was taken back of a Fapiao so far. */
  Map<UUID, Money> takenFrom(UUID fapiao) {
    Map<UUID, Money> taken = new HashMap<>();
    for (Correction correction :
        list("fapiaoId = ?1 and status in ('VOIDED', 'RED_LETTERED')", fapiao)) {
      correction.items().forEach((bill, amount) -> taken.merge(bill, amount, Money::plus));
    }
    return taken;
  }

  /** Those of a status or of a Fapiao, oldest first, from a cursor on; one row beyond the limit. */
  public List<Correction> page(
      @Nullable CorrectionStatus status, @Nullable UUID fapiao, Cursor from, int limit) {
    StringBuilder query = new StringBuilder("(preparedAt > :at or preparedAt = :at and id > :id)");
    Map<String, Object> values = new HashMap<>(Map.of("at", from.at(), "id", from.id()));
    if (status != null) {
      query.append(" and status = :status");
      values.put("status", status);
    }
    if (fapiao != null) {
      query.append(" and fapiaoId = :fapiao");
      values.put("fapiao", fapiao);
    }
    return find(query.append(" order by preparedAt, id").toString(), values)
        .page(0, limit + 1)
        .list();
  }
}
