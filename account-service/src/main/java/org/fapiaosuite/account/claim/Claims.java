package org.fapiaosuite.account.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All claims. */
@ApplicationScoped
public class Claims implements PanacheRepositoryBase<Claim, UUID> {

  /** The claims of an account, oldest first. */
  public List<Claim> of(UUID accountId) {
    return list("accountId = ?1 order by madeAt, id", accountId);
  }

  Optional<Claim> of(UUID accountId, String orderNumber) {
    return find("accountId = ?1 and orderNumber = ?2", accountId, orderNumber)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Whose claim it is; read without a lock, for it never changes. */
  Optional<UUID> accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select accountId from Claim where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  Optional<Claim> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<Claim> waitingFor(String orderNumber) {
    return list(
        "orderNumber = ?1 and status = ?2 order by id", orderNumber, ClaimStatus.WAITING_FOR_ORDER);
  }
}
