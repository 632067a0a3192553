package org.fapiaosuite.fapiao.issuing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  /** Those that were issued for an application, in their order; without red letters. */
  public List<Fapiao> ofApplication(UUID application) {
    return list(
        "applicationId = ?1 and colour = ?2 order by position", application, FapiaoColour.BLUE);
  }

  /** The next free place among those of an application, red letters included. */
  public int nextPosition(UUID application) {
    return Math.toIntExact(count("applicationId", application));
  }

  /** Which application a Fapiao belongs to; reads nothing else, so that a lock does. */
  public Optional<UUID> applicationOf(UUID id) {
    return getEntityManager()
        .createQuery("select applicationId from Fapiao where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Locks a Fapiao; whoever also locks its bills and its application does that before. */
  public Optional<Fapiao> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** The red letters of those that have some, oldest first, by the blue one they reverse. */
  public Map<UUID, List<UUID>> redLetters(List<Fapiao> fapiaos) {
    List<UUID> reversed =
        fapiaos.stream()
            .filter(fapiao -> !fapiao.reversed().gross().isZero())
            .map(Fapiao::id)
            .toList();
    Map<UUID, List<UUID>> letters = new HashMap<>();
    if (!reversed.isEmpty()) {
      getEntityManager()
          .createQuery(
              "select reverses, id from Fapiao where reverses in :blue order by issuedAt, id",
              Object[].class)
          .setParameter("blue", reversed)
          .getResultStream()
          .forEach(
              row ->
                  letters
                      .computeIfAbsent((UUID) row[0], blue -> new ArrayList<>())
                      .add((UUID) row[1]));
    }
    return letters;
  }

  /** All of an application, newest first, from a cursor on; one row beyond the limit. */
  public List<Fapiao> by(UUID application, Cursor from, int limit) {
    return found("applicationId", application, from, limit);
  }

  /** All that have a number as printed, without its code, newest first. */
  public List<Fapiao> by(String number, Cursor from, int limit) {
    return found("number", number, from, limit);
  }

  private List<Fapiao> found(String field, Object value, Cursor from, int limit) {
    return find(
            field
                + " = ?1 and (issuedAt < ?2 or issuedAt = ?2 and id < ?3)"
                + " order by issuedAt desc, id desc",
            value,
            from.at(),
            from.id())
        .page(0, limit + 1)
        .list();
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
