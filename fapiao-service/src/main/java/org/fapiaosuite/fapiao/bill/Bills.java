package org.fapiaosuite.fapiao.bill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** All bills. */
@ApplicationScoped
public class Bills implements PanacheRepositoryBase<Bill, UUID> {

  /** Index probes alone, so that a page costs the same however many bills there are. */
  private static final String PAGE =
      """
      SELECT bill.* FROM unnest(:customers) AS customer(id) CROSS JOIN LATERAL (%s) AS bill
      ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows
      """;

  private static final String PROBE =
      """
      (SELECT * FROM bill
        WHERE bill.customer_id = customer.id AND (bill.paid_at, bill.id) < %s
        ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows)
      """;

  private static final String LEFT =
      "bill.paid_fen - bill.refunded_fen - bill.reserved_fen - bill.invoiced_fen";

  private final Eligibility eligibility;

  Bills(Eligibility eligibility) {
    this.eligibility = eligibility;
  }

  /** A bill of the calling customer. */
  public Optional<Bill> of(Customer customer, UUID id) {
    return find("id = ?1 and customerId in ?2", id, customer.customerIds()).firstResultOptional();
  }

  /** Those of the bills that are the calling customer's. */
  public List<Bill> of(Customer customer, Collection<UUID> ids) {
    return list("id in ?1 and customerId in ?2", ids, customer.customerIds());
  }

  /** The bill of an order. */
  public Optional<Bill> ofOrder(String orderNumber) {
    return find("orderNumber", orderNumber)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Locks bills, always in the same order, so that nobody waits in a circle. */
  public List<Bill> lock(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Newest payment first, from a cursor on; one row beyond the limit. */
  public List<Bill> page(Customer customer, @Nullable BillStatus status, Cursor from, int limit) {
    var query =
        getEntityManager()
            .createNativeQuery(pageQuery(status), Bill.class)
            .setParameter("customers", customer.customerIdArray())
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1)
            .setHint(HibernateHints.HINT_READ_ONLY, true);
    Instant oldest = eligibility.oldestPayment();
    if (status == BillStatus.INVOICEABLE || status == BillStatus.BLOCKED) {
      query
          .setParameter("oldest", oldest.atOffset(ZoneOffset.UTC))
          .setParameter("minimum", eligibility.minimum().fen());
    }
    if (status == BillStatus.BLOCKED) {
      Cursor expired = from.at().isBefore(oldest) ? from : new Cursor(oldest, new UUID(0, 0));
      query
          .setParameter("expiredAt", expired.at().atOffset(ZoneOffset.UTC))
          .setParameter("expiredId", expired.id());
    }
    @SuppressWarnings("unchecked") // the query names the entity
    List<Bill> rows = query.getResultList();
    return rows;
  }

  static String pageQuery(@Nullable BillStatus status) {
    return PAGE.formatted(
        conditions(status).map(PROBE::formatted).collect(Collectors.joining(" UNION ALL ")));
  }

  /** What is stored as invoiceable is blocked when it has expired or is too small by now. */
  private static Stream<String> conditions(@Nullable BillStatus status) {
    if (status == null) {
      return Stream.of("(:at, :id)");
    }
    String stored = "(:at, :id) AND bill.status = '" + status + "'";
    String invoiceable = " AND bill.status = 'INVOICEABLE'";
    String inTime = "(:at, :id)" + invoiceable + " AND bill.paid_at >= :oldest";
    return switch (status) {
      case SYNCHRONISING, APPLIED, ISSUED -> Stream.of(stored);
      case INVOICEABLE -> Stream.of(inTime + " AND " + LEFT + " >= :minimum");
      case BLOCKED ->
          Stream.of(
              stored,
              "(:expiredAt, :expiredId)" + invoiceable,
              inTime + " AND :minimum > 0 AND " + LEFT + " < :minimum");
    };
  }
}
