package org.fapiaosuite.fapiao.bill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.paging.Cursor;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** All bills. */
@ApplicationScoped
public class Bills implements PanacheRepositoryBase<Bill, UUID> {

  /** One index probe a customer, so that a page costs the same however many bills there are. */
  static final String PAGE =
      """
      SELECT bill.* FROM unnest(:customers) AS customer(id) CROSS JOIN LATERAL (
        SELECT * FROM bill
        WHERE bill.customer_id = customer.id AND (bill.paid_at, bill.id) < (:at, :id)%s
        ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows) AS bill
      ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows
      """;

  private static final String EXPIRED_OR_SMALL =
      " (bill.paid_at < :oldest OR bill.paid_fen - bill.refunded_fen - bill.reserved_fen"
          + " - bill.invoiced_fen < :minimum)";

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
            .createNativeQuery(PAGE.formatted(condition(status)), Bill.class)
            .setParameter("customers", customer.customerIdArray())
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1)
            .setHint(HibernateHints.HINT_READ_ONLY, true);
    if (status == BillStatus.INVOICEABLE || status == BillStatus.BLOCKED) {
      query
          .setParameter("oldest", eligibility.oldestPayment().atOffset(ZoneOffset.UTC))
          .setParameter("minimum", eligibility.minimum().fen());
    }
    @SuppressWarnings("unchecked") // the query names the entity
    List<Bill> rows = query.getResultList();
    return rows;
  }

  private static String condition(@Nullable BillStatus status) {
    if (status == null) {
      return "";
    }
    return switch (status) {
      case INVOICEABLE -> " AND bill.status = 'INVOICEABLE' AND NOT" + EXPIRED_OR_SMALL;
      case BLOCKED ->
          " AND (bill.status = 'BLOCKED' OR bill.status = 'INVOICEABLE' AND"
              + EXPIRED_OR_SMALL
              + ")";
      case SYNCHRONISING, APPLIED, ISSUED -> " AND bill.status = '" + status + "'";
    };
  }
}
