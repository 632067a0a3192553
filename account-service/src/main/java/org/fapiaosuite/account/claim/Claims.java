package org.fapiaosuite.account.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.rest.paging.Cursor;

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

  /** Claims of a status, the oldest first, and one more than the limit if there is one. */
  List<Claim> page(ClaimStatus status, Cursor after, int limit) {
    return find(
            "status = ?1 and (madeAt > ?2 or madeAt = ?2 and id > ?3) order by madeAt, id",
            status,
            after.at(),
            after.id())
        .range(0, limit)
        .list();
  }

  List<Claim> waitingFor(String orderNumber) {
    return list(
        "orderNumber = ?1 and status = ?2 order by id", orderNumber, ClaimStatus.WAITING_FOR_ORDER);
  }
}
