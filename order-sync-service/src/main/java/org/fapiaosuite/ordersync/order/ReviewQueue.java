package org.fapiaosuite.ordersync.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fapiaosuite.ordersync.fact.Fact;
import org.hibernate.Session;

/** The orders of which something was said that nobody has looked at yet. */
@ApplicationScoped
public class ReviewQueue {
  private static final String ADD =
      """
      INSERT INTO order_review (platform, order_number, due_at)
      SELECT CAST(:platform AS text), number, :due
      FROM unnest(CAST(:numbers AS text[])) AS number
      """;

  /** As an array the rows are picked once; as a joined subquery perhaps once for each. */
  private static final String TAKE =
      """
      DELETE FROM order_review WHERE id = ANY (ARRAY(
        SELECT id FROM order_review WHERE due_at <= :now
        ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED))
      RETURNING platform, order_number
      """;

  private static final String TAKE_DUE =
      """
      SELECT platform, order_number FROM orders WHERE next_check_at <= :now
      ORDER BY next_check_at LIMIT :most FOR UPDATE SKIP LOCKED
      """;

  private static final String POSTPONE =
      """
      UPDATE order_review SET due_at = :later WHERE id = (
        SELECT id FROM order_review WHERE due_at <= :now ORDER BY due_at, id LIMIT 1)
      """;

  private static final String POSTPONE_DUE =
      """
      UPDATE orders SET next_check_at = :later WHERE id = (
        SELECT id FROM orders WHERE next_check_at <= :now ORDER BY next_check_at LIMIT 1)
      """;

  private static final Duration POSTPONEMENT = Duration.ofMinutes(1);

  private final EntityManager database;

  ReviewQueue(EntityManager database) {
    this.database = database;
  }

  /** An order by its two names. */
  record Entry(String platform, String orderNumber) implements Comparable<Entry> {
    String orderId() {
      return Fact.orderId(platform, orderNumber);
    }

    @Override
    public int compareTo(Entry other) {
      return orderId().compareTo(other.orderId());
    }
  }

  /** Has the orders reviewed at the given time or soon after. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String platform, Collection<String> orderNumbers, Instant due) {
    if (!orderNumbers.isEmpty()) {
      database
          .createNativeQuery(ADD)
          .setParameter("platform", platform)
          .setParameter("due", due)
          .setParameter("numbers", orderNumbers.toArray(String[]::new))
          .executeUpdate();
    }
  }

  /**
   * Takes what is queued; it is back in the queue when the transaction fails.
   *
   * @return each order once, always in the same sequence, so that two copies of the service lock
   *     them in the same sequence
   */
  @Transactional(Transactional.TxType.MANDATORY)
  SortedSet<Entry> take(Instant now, int most) {
    return entries(TAKE, now, most);
  }

  /** Locks the orders whose own time has come. */
  @Transactional(Transactional.TxType.MANDATORY)
  SortedSet<Entry> takeDue(Instant now, int most) {
    return entries(TAKE_DUE, now, most);
  }

  void postpone(Instant now) {
    postpone(POSTPONE, now);
  }

  void postponeDue(Instant now) {
    postpone(POSTPONE_DUE, now);
  }

  private void postpone(String sql, Instant now) {
    database
        .createNativeQuery(sql)
        .setParameter("later", now.plus(POSTPONEMENT))
        .setParameter("now", now)
        .executeUpdate();
  }

  private SortedSet<Entry> entries(String sql, Instant now, int most) {
    SortedSet<Entry> entries = new TreeSet<>();
    database
        .unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setParameter("now", now)
        .setParameter("most", most)
        .list()
        .forEach(row -> entries.add(new Entry((String) row[0], (String) row[1])));
    return entries;
  }
}
