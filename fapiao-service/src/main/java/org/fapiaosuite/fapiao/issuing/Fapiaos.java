package org.fapiaosuite.fapiao.issuing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.jpa.HibernateHints;

/** All Fapiao. */
@ApplicationScoped
public class Fapiaos implements PanacheRepositoryBase<Fapiao, UUID> {

  private static final String PAGE =
      """
      SELECT fapiao.* FROM unnest(:customers) AS customer(id) CROSS JOIN LATERAL (
        SELECT * FROM fapiao
        WHERE fapiao.customer_id = customer.id AND (fapiao.issued_at, fapiao.id) < (:at, :id)
        ORDER BY fapiao.issued_at DESC, fapiao.id DESC LIMIT :rows) AS fapiao
      ORDER BY fapiao.issued_at DESC, fapiao.id DESC LIMIT :rows
      """;

  /** A Fapiao of the calling customer. */
  public Optional<Fapiao> of(Customer customer, UUID id) {
    return find("id = ?1 and customerId in ?2", id, customer.customerIds()).firstResultOptional();
  }

  /** Those of one application, in their order. */
  public List<Fapiao> ofApplication(UUID application) {
    return list("applicationId = ?1 order by position", application);
  }

  /** The ids of those of several applications, by application, in their order. */
  public Map<UUID, List<UUID>> idsOf(Collection<UUID> applications) {
    return getEntityManager()
        .createQuery(
            "select applicationId, id from Fapiao where applicationId in :ids order by position",
            Object[].class)
        .setParameter("ids", applications)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
  }

  /** True when another application has a Fapiao of that number. */
  public boolean isUsed(LegalNumber number) {
    return count("uniqueNumber", number.unique()) > 0;
  }

  /** Newest first, from a cursor on; one row beyond the limit. */
  public List<Fapiao> page(Customer customer, Cursor from, int limit) {
    @SuppressWarnings("unchecked") // the query names the entity
    List<Fapiao> rows =
        getEntityManager()
            .createNativeQuery(PAGE, Fapiao.class)
            .setParameter("customers", customer.customerIdArray())
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1)
            .setHint(HibernateHints.HINT_READ_ONLY, true)
            .getResultList();
    return rows;
  }
}
