package org.fapiaosuite.account.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Claims due rows of any table with columns {@code id} and {@code next_step_at}. */
@ApplicationScoped
public class DueRows {

  private final Session database;
  private final Clock clock;

  DueRows(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Claims the row that has been due longest: unless the work moves it, it is due again after the
   * lease. Rows that another copy of the service claims right now are passed over.
   *
   * @param table a constant of the calling feature
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<UUID> claim(String table, Duration lease) {
    Instant now = clock.instant();
    return database
        .createNativeQuery(
            """
            UPDATE %1$s SET next_step_at = ?2 WHERE id = (
              SELECT id FROM %1$s WHERE next_step_at <= ?1
              ORDER BY next_step_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """
                .formatted(table),
            UUID.class)
        .addScalar("id", UUID.class)
        .setParameter(1, now)
        .setParameter(2, now.plus(lease))
        .getResultStream()
        .findFirst();
  }
}
