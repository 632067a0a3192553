package org.fapiaosuite.account.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All registrations that are not forgotten yet. */
@ApplicationScoped
class Registrations implements PanacheRepositoryBase<Registration, UUID> {

  Optional<Registration> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<Registration> waitingFor(String orderNumber) {
    return find(
            "orderNumber = ?1 and status = ?2 order by id",
            orderNumber,
            RegistrationStatus.WAITING_FOR_ORDER)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The newest one that could be activated if its mail came again. */
  Optional<Registration> newestAwaitingActivation(String emailKey) {
    return find(
            "emailKey = ?1 and status = ?2 order by receivedAt desc, id desc",
            emailKey,
            RegistrationStatus.AWAITING_ACTIVATION)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, 1)
        .list()
        .stream()
        .findFirst();
  }
}
