package org.fapiaosuite.fapiao.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.fapiaosuite.fapiao.kind.FapiaoKind;

/** What is settled for each kind; a row for each is always there. */
@ApplicationScoped
class Capacities implements PanacheRepositoryBase<Capacity, FapiaoKind> {

  /** A kind's, locked; whoever also locks an application does that before. */
  Capacity lock(FapiaoKind kind) {
    return getEntityManager().find(Capacity.class, kind, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The same; its version grows, since what belongs to it is changed. */
  Capacity lockForChange(FapiaoKind kind) {
    Capacity capacity = lock(kind);
    getEntityManager().lock(capacity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    return capacity;
  }

  Capacity of(FapiaoKind kind) {
    return findById(kind);
  }
}
