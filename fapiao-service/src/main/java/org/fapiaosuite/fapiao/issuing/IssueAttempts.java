package org.fapiaosuite.fapiao.issuing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All attempts to issue. */
@ApplicationScoped
class IssueAttempts implements PanacheRepositoryBase<IssueAttempt, UUID> {

  private static final String NEXT_DUE =
      """
      SELECT * FROM issue_attempt WHERE state IN ('ASKED', 'UNKNOWN') AND due_at <= :now
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
      """;

  /** The open attempt of an application, locked; at most one. */
  Optional<IssueAttempt> lockOpenOf(UUID application) {
    return find("applicationId = ?1 and state in ('ASKED', 'UNKNOWN')", application)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The attempt of an application whose place a clerk's entry took last, locked. */
  Optional<IssueAttempt> lockReplacedOf(UUID application) {
    return find("applicationId = ?1 and state = 'REPLACED' order by id desc", application)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, 1)
        .firstResultOptional();
  }

  /** Locks an attempt; whoever also locks its application and the bills does that before. */
  IssueAttempt lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
  }

  /** Which application an attempt is for. */
  UUID applicationOf(UUID id) {
    return getEntityManager()
        .createQuery("select applicationId from IssueAttempt where id = :id", UUID.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  /** The one that has waited longest, locked, so that each copy of the service takes another. */
  Optional<IssueAttempt> lockNextDue(Instant now) {
    @SuppressWarnings("unchecked") // the query names the entity
    List<IssueAttempt> due =
        getEntityManager()
            .createNativeQuery(NEXT_DUE, IssueAttempt.class)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return due.stream().findFirst();
  }
}
