package org.fapiaosuite.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fapiaosuite.account.keys.Sha256;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Network;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.hibernate.Session;

/**
 * Slows down guessing. Every try is counted as a failure before it is checked and forgiven when it
 * was right, so that tries in parallel gain nothing. Mailboxes are counted whether or not they have
 * an account, so that a wait tells nothing.
 */
@ApplicationScoped
public class SignInDelays {

  private static final String FAILURES = "sign-in-failure";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Session database;
  private final Tallies tallies;
  private final LimitConfig config;
  private final Clock clock;

  SignInDelays(Session database, Tallies tallies, LimitConfig config, Clock clock) {
    this.database = database;
    this.tallies = tallies;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Counts a try of this mailbox from this network.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 429 when it comes too soon
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tryOnce(EmailAddress email, String address) {
    String here = subject(email, Network.neighbourhood(address));
    boolean proven = isProven(here);
    if (!proven
        && tallies.isUsedUp(FAILURES, email.key(), HOUR, config.failuresPerMailboxAndHour())) {
      throw tooSoon(config.longestWait());
    }
    if (!count(here, config.freeFailures())) {
      throw tooSoon(waitOf(here));
    }
    if (!proven && !count(subject(email, ""), config.failuresInARow())) {
      throw tooSoon(config.longestWait());
    }
  }

  /** The try was wrong after all: it counts for the hour as well. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void failed(EmailAddress email) {
    tallies.count(FAILURES, email.key(), HOUR, config.failuresPerMailboxAndHour());
  }

  /** The try was right: what was counted is forgiven. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void forgive(EmailAddress email, String address) {
    forget(subject(email, Network.neighbourhood(address)));
    forget(subject(email, ""));
  }

  /**
   * The owner signed in with a temporary password, which only the mailbox gets: what was counted is
   * forgiven, and for a while others' guesses from elsewhere do not hold them up from this network.
   * Guesses from this network still do.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void prove(EmailAddress email, String address) {
    forgive(email, address);
    database
        .createNativeMutationQuery(
            "INSERT INTO proven_network (subject, until) VALUES (?1, ?2)"
                + " ON CONFLICT (subject) DO UPDATE SET until = excluded.until")
        .setParameter(1, subject(email, Network.neighbourhood(address)))
        .setParameter(2, clock.instant().plus(config.provenNetwork()))
        .executeUpdate();
  }

  private boolean isProven(String here) {
    return database
        .createNativeQuery("SELECT until FROM proven_network WHERE subject = ?1", Instant.class)
        .addScalar("until", Instant.class)
        .setParameter(1, here)
        .getResultStream()
        .anyMatch(clock.instant()::isBefore);
  }

  /** Forgets mailboxes that nobody has tried for long, and networks proven long ago. */
  @Transactional
  public int forgetOld() {
    database
        .createNativeMutationQuery("DELETE FROM proven_network WHERE until < ?1")
        .setParameter(1, clock.instant())
        .executeUpdate();
    return database
        .createNativeMutationQuery("DELETE FROM sign_in_failure WHERE last_at < ?1")
        .setParameter(1, clock.instant().minus(KEPT))
        .executeUpdate();
  }

  /**
   * Counts a failure in a row unless a wait is running; after the free ones each starts a wait
   * twice as long as the one before. A free one starts none, not even until now: of two tries at
   * once the one that read the clock first may be the second here.
   */
  private boolean count(String subject, int free) {
    List<Integer> counted =
        database
            .createNativeQuery(
                """
                INSERT INTO sign_in_failure (subject, consecutive, not_before, last_at)
                VALUES (?1, 1, to_timestamp(0), ?2)
                ON CONFLICT (subject) DO UPDATE SET
                  consecutive = sign_in_failure.consecutive + 1,
                  last_at = ?2,
                  not_before = CASE
                    WHEN sign_in_failure.consecutive + 1 < ?3 THEN to_timestamp(0)
                    ELSE CAST(?2 AS timestamptz) + make_interval(secs => least(?5,
                      ?4 * power(2, least(sign_in_failure.consecutive + 1 - ?3, 30))) / 1000) END
                WHERE sign_in_failure.not_before <= ?2
                RETURNING consecutive
                """,
                Integer.class)
            .addScalar("consecutive", Integer.class)
            .setParameter(1, subject)
            .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
            .setParameter(3, free)
            .setParameter(4, config.firstWait().toMillis())
            .setParameter(5, config.longestWait().toMillis())
            .getResultList();
    return !counted.isEmpty();
  }

  private Duration waitOf(String subject) {
    return database
        .createNativeQuery(
            "SELECT not_before FROM sign_in_failure WHERE subject = ?1", Instant.class)
        .addScalar("not_before", Instant.class)
        .setParameter(1, subject)
        .getResultStream()
        .map(until -> Duration.between(clock.instant(), until))
        .findFirst()
        .orElse(config.firstWait());
  }

  private void forget(String subject) {
    database
        .createNativeMutationQuery("DELETE FROM sign_in_failure WHERE subject = ?1")
        .setParameter(1, subject)
        .executeUpdate();
  }

  private static String subject(EmailAddress email, String network) {
    return Sha256.of(email.key() + '\n' + network);
  }

  private static RuntimeException tooSoon(Duration wait) {
    return StandardProblem.TOO_MANY_REQUESTS.with().retryAfter(wait);
  }
}
