package org.fapiaosuite.fapiao.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** All applications. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<Application, UUID> {

  private static final String PAGE =
      """
      SELECT application.* FROM unnest(:customers) AS customer(id) CROSS JOIN LATERAL (
        SELECT * FROM application
        WHERE application.customer_id = customer.id
          AND (application.created_at, application.id) < (:at, :id)
        ORDER BY application.created_at DESC, application.id DESC LIMIT :rows) AS application
      ORDER BY application.created_at DESC, application.id DESC LIMIT :rows
      """;

  /** An application of the calling customer. */
  public Optional<Application> of(Customer customer, UUID id) {
    return find("id = ?1 and customerId in ?2", id, customer.customerIds()).firstResultOptional();
  }

  /** True for an application of the calling customer; reads nothing else, so that a lock does. */
  public boolean isOf(Customer customer, UUID id) {
    return count("id = ?1 and customerId in ?2", id, customer.customerIds()) > 0;
  }

  /** The bills an application is about. */
  public List<UUID> billIds(UUID id) {
    return getEntityManager()
        .createQuery(
            "select i.billId from Application a join a.items i where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultList();
  }

  /**
   * Locks an application and reads it afresh. Whoever also locks its bills does that before, so
   * that nobody waits in a circle.
   */
  public Optional<Application> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** What an account has not confirmed, locked. */
  public List<Application> draftsOf(String accountId) {
    return find("accountId = ?1 and status = ?2", accountId, ApplicationStatus.DRAFT)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The last application that an account confirmed for a customer. */
  Optional<Application> latestConfirmed(String accountId, String customerId) {
    return find(
            "accountId = ?1 and customerId = ?2 and submittedAt is not null"
                + " order by submittedAt desc, id desc",
            accountId,
            customerId)
        .page(0, 1)
        .firstResultOptional();
  }

  /** Applications whose promise was made with an older calendar. */
  List<UUID> promisedBefore(long revision, int most) {
    return getEntityManager()
        .createQuery(
            "select id from Application where status in ('SUBMITTED', 'IN_PROCESS')"
                + " and promise.calendarRevision < :revision order by id",
            UUID.class)
        .setParameter("revision", revision)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * What an application that may have to wait for stock knows of it.
   *
   * @param waits false when it does not know that it waits
   * @param until when it expects to go on; null while nobody knows
   */
  record Expectation(boolean waits, @Nullable Instant until) {

    boolean isStill(@Nullable Instant at) {
      return waits && Objects.equals(at, until);
    }
  }

  /** What those of these applications know that can wait for stock, without reading them. */
  Map<UUID, Expectation> expectations(List<UUID> ids) {
    Map<UUID, Expectation> known = new HashMap<>();
    getEntityManager()
        .createQuery(
            "select id, status, expectedIssueAt from Application"
                + " where id in :ids and status in ('IN_PROCESS', 'WAITING_FOR_STOCK')",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(
            row ->
                known.put(
                    (UUID) row[0],
                    new Expectation(
                        row[1] == ApplicationStatus.WAITING_FOR_STOCK, (Instant) row[2])));
    return known;
  }

  /**
   * Applications that can be picked up but not any longer, or not much longer and nobody was
   * reminded.
   *
   * @param soon up to this last day they are reminded
   */
  List<UUID> pickupsToTend(LocalDate today, LocalDate soon, int most) {
    return getEntityManager()
        .createQuery(
            "select id from Application where status = 'READY_FOR_PICKUP' and not reversed"
                + " and (pickupUntil < :today or pickupUntil <= :soon and not pickupReminded)"
                + " order by pickupUntil, id",
            UUID.class)
        .setParameter("today", today)
        .setParameter("soon", soon)
        .setMaxResults(most)
        .getResultList();
  }

  /** How far an application is, without reading it. */
  public Optional<ApplicationStatus> status(UUID id) {
    return getEntityManager()
        .createQuery("select status from Application where id = :id", ApplicationStatus.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Newest first, from a cursor on; one row beyond the limit. */
  public List<Application> page(Customer customer, Cursor from, int limit) {
    @SuppressWarnings("unchecked") // the query names the entity
    List<Application> rows =
        getEntityManager()
            .createNativeQuery(PAGE, Application.class)
            .setParameter("customers", customer.customerIdArray())
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1)
            .setHint(HibernateHints.HINT_READ_ONLY, true)
            .getResultList();
    return rows;
  }
}
