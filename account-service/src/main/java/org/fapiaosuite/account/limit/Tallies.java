package org.fapiaosuite.account.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fapiaosuite.account.keys.Sha256;
import org.hibernate.Session;

/** Counts in the database, in windows of fixed length, so that a restart forgets nothing. */
@ApplicationScoped
public class Tallies {

  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final Session database;
  private final Clock clock;

  Tallies(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts once more and says whether it is still within the limit.
   *
   * @param what a constant of the calling feature
   * @param whose the mailbox, account or order; only a digest of it is stored
   * @param window at most a day
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean count(String what, String whose, Duration window, int limit) {
    int count =
        database
            .createNativeQuery(
                """
                    INSERT INTO tally (subject, window_start, count) VALUES (?1, ?2, 1)
                    ON CONFLICT (subject, window_start) DO UPDATE SET count = tally.count + 1
                    RETURNING count
                    """,
                Integer.class)
            .addScalar("count", Integer.class)
            .setParameter(1, subject(what, whose, window))
            .setParameter(2, start(window))
            .getSingleResult();
    return count <= limit;
  }

  /** Whether the limit is used up, without counting. */
  @Transactional
  public boolean isUsedUp(String what, String whose, Duration window, int limit) {
    return database
        .createNativeQuery(
            "SELECT count FROM tally WHERE subject = ?1 AND window_start = ?2", Integer.class)
        .addScalar("count", Integer.class)
        .setParameter(1, subject(what, whose, window))
        .setParameter(2, start(window))
        .getResultStream()
        .anyMatch(count -> count >= limit);
  }

  /** Forgets windows that are over. */
  @Transactional
  public int forgetOld() {
    return database
        .createNativeMutationQuery("DELETE FROM tally WHERE window_start < ?1")
        .setParameter(1, clock.instant().minus(LONGEST_WINDOW.multipliedBy(2)))
        .executeUpdate();
  }

  private static String subject(String what, String whose, Duration window) {
    return Sha256.of(what + '\n' + window + '\n' + whose);
  }

  private Instant start(Duration window) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
  }
}
