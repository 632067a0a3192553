package org.fapiaosuite.fapiao.bill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;

/** All bills. */
@ApplicationScoped
public class Bills implements PanacheRepositoryBase<Bill, UUID> {

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
}
