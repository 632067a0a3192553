package org.fapiaosuite.account.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions that are not forgotten yet. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {

  private static final int MOST_LISTED = 100;

  Optional<Session> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The account's living sessions, the one used last first. */
  List<Session> alive(UUID accountId, Instant now) {
    return find(
            "accountId = ?1 and revokedAt is null and endsAt > ?2 order by lastUsedAt desc, id",
            accountId,
            now)
        .page(0, MOST_LISTED)
        .list();
  }

  /** Every living session on the word of an issuer. */
  List<Session> aliveOf(String issuer, Instant now) {
    return list(
        "issuer = ?1 and revokedAt is null and endsAt > ?2 order by accountId, id", issuer, now);
  }

  /** The issuers on whose word sessions live. */
  List<String> issuers(Instant now) {
    return getEntityManager()
        .createQuery(
            "select distinct issuer from Session"
                + " where issuer is not null and revokedAt is null and endsAt > :now",
            String.class)
        .setParameter("now", now)
        .getResultList();
  }

  void revokeAll(UUID accountId, Instant now) {
    update("revokedAt = ?1 where accountId = ?2 and revokedAt is null", now, accountId);
  }

  long forget(Instant endedBefore) {
    return delete("endsAt < ?1", endedBefore);
  }
}
