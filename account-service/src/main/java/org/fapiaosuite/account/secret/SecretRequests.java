package org.fapiaosuite.account.secret;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All requests for secrets. */
@ApplicationScoped
class SecretRequests implements PanacheRepositoryBase<SecretRequest, UUID> {

  Optional<SecretRequest> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<SecretRequest> lockedBySecret(SecretKind kind, String hash) {
    return find("kind = ?1 and secretHash = ?2", kind, hash)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<SecretRequest> bySecret(SecretKind kind, String hash) {
    return find("kind = ?1 and secretHash = ?2", kind, hash).firstResultOptional();
  }

  /** Locked, since their mails may be minting them at this moment. */
  List<SecretRequest> lockedLive(SecretKind kind, UUID subject) {
    return find("kind = ?1 and subject = ?2 and supersededAt is null order by id", kind, subject)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  long forget(Instant requestedBefore) {
    return delete("requestedAt < ?1", requestedBefore);
  }
}
