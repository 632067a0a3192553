package org.fapiaosuite.account.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fapiaosuite.kernel.EmailAddress;
import org.hibernate.query.NativeQuery;

/** All orders that were paid, as far as this service has heard. */
@ApplicationScoped
public class PaidOrders implements PanacheRepositoryBase<PaidOrder, String> {

  /**
   * The order as far as it is known. Whoever then decides to wait for it, in the same transaction,
   * is sure to be found by its arrival.
   */
  public Optional<PaidOrder> known(String orderNumber) {
    lock(orderNumber);
    return findByIdOptional(orderNumber);
  }

  /** Keeps an order unless it is known already; says whether it was new. */
  boolean addIfNew(PaidOrder order) {
    lock(order.orderNumber());
    if (findByIdOptional(order.orderNumber()).isPresent()) {
      return false;
    }
    persist(order);
    return true;
  }

  /**
   * Forgets who paid from the mailbox. Whoever comes back proves their orders with the claim code,
   * or to the staff.
   */
  public void forgetPayer(EmailAddress email) {
    update(
        "payerName = null, payerEmail = null, payerEmailKey = null where payerEmailKey = ?1",
        email.key());
  }

  /** Makes arrival of an order and waiting for it come one after the other. */
  private void lock(String orderNumber) {
    getEntityManager()
        .createNativeQuery(
            "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(?1, 1))", Integer.class)
        .unwrap(NativeQuery.class)
        .addScalar("locked", Integer.class)
        .setParameter(1, orderNumber)
        .getSingleResult();
  }
}
