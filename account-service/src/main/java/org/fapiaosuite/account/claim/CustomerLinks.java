package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.claim.events.CustomerLinked;
import org.fapiaosuite.account.claim.events.CustomerUnlinked;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** For which customers an account may speak. */
@ApplicationScoped
public class CustomerLinks {

  private static final Logger LOG = Logger.getLogger(CustomerLinks.class);

  private final Session database;
  private final PaidOrders orders;
  private final Accounts accounts;
  private final Announcer announcer;
  private final ClaimConfig config;
  private final Clock clock;

  CustomerLinks(
      Session database,
      PaidOrders orders,
      Accounts accounts,
      Announcer announcer,
      ClaimConfig config,
      Clock clock) {
    this.database = database;
    this.orders = orders;
    this.accounts = accounts;
    this.announcer = announcer;
    this.config = config;
    this.clock = clock;
  }

  /** The customers of an account, {@code <platform>:<customerId>}, oldest link first. */
  @Transactional
  public List<String> customersOf(UUID accountId) {
    return database
        .createNativeQuery(
            "SELECT customer_id FROM customer_link WHERE account_id = ?1"
                + " ORDER BY linked_at, customer_id",
            String.class)
        .addScalar("customer_id", String.class)
        .setParameter(1, accountId)
        .setMaxResults(config.mostCustomers())
        .getResultList();
  }

  /** Ends all links of the account. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void unlinkAll(UUID accountId) {
    List<Object[]> ended =
        database
            .createNativeQuery(
                "DELETE FROM customer_link WHERE account_id = ?1"
                    + " RETURNING customer_id, order_number",
                Object[].class)
            .setParameter(1, accountId)
            .getResultList();
    for (Object[] link : ended) {
      announcer.tell(new CustomerUnlinked(accountId, (String) link[0], (String) link[1]));
    }
  }

  /** Gives the links of one account to another. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void moveAll(UUID from, UUID to) {
    List<Object[]> links =
        database
            .createNativeQuery(
                "SELECT order_number, proof FROM customer_link WHERE account_id = ?1"
                    + " ORDER BY linked_at, customer_id",
                Object[].class)
            .setParameter(1, from)
            .getResultList();
    unlinkAll(from);
    for (Object[] link : links) {
      link(to, orders.findById((String) link[0]), Proof.valueOf((String) link[1]));
    }
  }

  /**
   * The customers of an account, after whatever its mailbox has paid meanwhile was linked. This is
   * what goes into an access token.
   */
  @Transactional
  public List<String> recomputed(Account account) {
    linkWhatItsMailboxPaid(account);
    return customersOf(account.id());
  }

  /** The address of the account is proven: what it paid is its own. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void linkWhatItsMailboxPaid(Account account) {
    List<String> unlinked =
        database
            .createNativeQuery(
                """
                SELECT DISTINCT ON (p.customer_id) p.order_number FROM paid_order p
                WHERE p.payer_email_key = ?2 AND NOT EXISTS (
                  SELECT FROM customer_link l
                  WHERE l.account_id = ?1 AND l.customer_id = p.customer_id)
                ORDER BY p.customer_id, p.paid_at, p.order_number
                """,
                String.class)
            .addScalar("order_number", String.class)
            .setParameter(1, account.id())
            .setParameter(2, account.email().key())
            .setMaxResults(config.mostCustomers())
            .getResultList();
    unlinked.forEach(
        orderNumber -> link(account.id(), orders.findById(orderNumber), Proof.PAYER_EMAIL));
  }

  /** Links the account with the order's customer; a link that exists stays as it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void link(UUID accountId, PaidOrder order, Proof proof) {
    accounts.locked(accountId);
    if (customersOf(accountId).size() >= config.mostCustomers()) {
      LOG.warnf("account has reached the maximum number of customers, account=%s", accountId);
      return;
    }
    int inserted =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO customer_link (account_id, customer_id, order_number, proof, linked_at)
                VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, accountId)
            .setParameter(2, order.customerId())
            .setParameter(3, order.orderNumber())
            .setParameter(4, proof.name())
            .setParameter(5, clock.instant())
            .executeUpdate();
    if (inserted == 1) {
      announcer.tell(new CustomerLinked(accountId, order.customerId(), order.orderNumber()));
    }
  }
}
