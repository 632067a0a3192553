package org.fapiaosuite.ordersync.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All orders. */
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<Order, String> {
  /** For each customer the index gives the newest; no page costs more than the one before. */
  static final String PAGE_OF_CUSTOMERS =
      """
      SELECT newest.* FROM unnest(CAST(:customers AS text[])) AS customer
      CROSS JOIN LATERAL (
        SELECT * FROM orders
        WHERE customer_id = customer AND owner AND (paid_at, order_number) < (:at, :number)
        ORDER BY paid_at DESC, order_number DESC LIMIT :most) AS newest
      ORDER BY newest.paid_at DESC, newest.order_number DESC LIMIT :most
      """;

  private static final String PAGE_OF_STATUS =
      """
      SELECT newest.* FROM unnest(CAST(:statuses AS text[])) AS wanted
      CROSS JOIN LATERAL (
        SELECT * FROM orders WHERE status = wanted AND (first_seen_at, id) < (:at, :id)
        ORDER BY first_seen_at DESC, id DESC LIMIT :most) AS newest
      ORDER BY newest.first_seen_at DESC, newest.id DESC LIMIT :most
      """;

  private static final String MAKE_SURE =
      """
      INSERT INTO orders (id, platform, order_number, owner, status, source, first_seen_at)
      SELECT said.platform || ':' || said.number, said.platform, said.number, :owner,
        'AWAITING_PAYMENT', 'PUSH', :now
      FROM unnest(CAST(:platforms AS text[]), CAST(:numbers AS text[])) AS said(platform, number)
      ON CONFLICT DO NOTHING
      """;

  /** One page of the customers' orders, newest payment first, and one row more if there is one. */
  public List<Order> ofCustomers(Set<String> customerIds, Cursor after, int limit) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(PAGE_OF_CUSTOMERS, Order.class)
        .setParameter("customers", customerIds.toArray(String[]::new))
        .setParameter("at", after.at())
        .setParameter("number", after.key())
        .setParameter("most", limit + 1)
        .list();
  }

  /**
   * An order with its refunds, if it is one of the customers'.
   *
   * @param orderNumber as it was typed
   */
  public Optional<Order> ofCustomers(Set<String> customerIds, String orderNumber) {
    return find(
            "from Order o left join fetch o.refunds"
                + " where o.orderNumber = ?1 and o.owner and o.customerId in ?2",
            normal(orderNumber),
            customerIds)
        .singleResultOptional();
  }

  /**
   * The order that goes by the number, with its refunds.
   *
   * @param orderNumber as it was typed
   */
  public Optional<Order> ofNumber(String orderNumber) {
    return find(
            "from Order o left join fetch o.refunds where o.orderNumber = ?1 and o.owner",
            normal(orderNumber))
        .singleResultOptional();
  }

  /** What is no order number is no order's either. */
  private static String normal(String typed) {
    return OrderNumber.parse(typed).map(OrderNumber::text).orElse("");
  }

  /** One page for staff, last seen first, of one status or of all. */
  public List<Order> page(@Nullable OrderStatus status, Cursor after, int limit) {
    List<OrderStatus> statuses = status == null ? List.of(OrderStatus.values()) : List.of(status);
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(PAGE_OF_STATUS, Order.class)
        .setParameter("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
        .setParameter("at", after.at())
        .setParameter("id", after.key())
        .setParameter("most", limit + 1)
        .list();
  }

  /**
   * Makes sure that there is a row to lock for each. Whoever is first owns the number; another
   * platform's order of the same number gets a row that is held.
   */
  void makeSure(Collection<ReviewQueue.Entry> entries, Instant now) {
    for (boolean owner : new boolean[] {true, false}) {
      getEntityManager()
          .createNativeQuery(MAKE_SURE)
          .setParameter("platforms", array(entries, ReviewQueue.Entry::platform))
          .setParameter("numbers", array(entries, ReviewQueue.Entry::orderNumber))
          .setParameter("owner", owner)
          .setParameter("now", now)
          .executeUpdate();
    }
  }

  private static String[] array(
      Collection<ReviewQueue.Entry> entries, Function<ReviewQueue.Entry, String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }

  /** Locks the orders, in the sequence of their ids. */
  List<Order> lock(Collection<String> ids) {
    return find("from Order o left join fetch o.refunds where o.id in ?1 order by o.id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
