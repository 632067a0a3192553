package org.fapiaosuite.account.exchange;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.fapiaosuite.account.session.SessionDesk;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Switches an issuer off and on, at once and for all copies of the service. One that the
 * configuration no longer trusts is off as well: whom it let in is signed out at the start.
 */
@ApplicationScoped
public class IssuerSwitch {

  private static final Logger LOG = Logger.getLogger(IssuerSwitch.class);

  private final TrustedIssuers issuers;
  private final SessionDesk sessions;
  private final Session database;
  private final Clock clock;

  IssuerSwitch(TrustedIssuers issuers, SessionDesk sessions, Session database, Clock clock) {
    this.issuers = issuers;
    this.sessions = sessions;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  @ActivateRequestContext
  void start(@Observes StartupEvent event) {
    for (String issuer : sessions.issuers()) {
      if (issuers.enabled(issuer).isEmpty()) {
        LOG.warnf(
            "issuer is no longer trusted, issuer=%s sessionsEnded=%d",
            issuer, sessions.endAllOf(issuer));
      }
    }
  }

  /**
   * Takes no more tokens of an issuer and ends the sessions it opened; repeated, it stays off.
   *
   * @param name in the configuration
   * @return how many sessions were ended; empty when no issuer is configured under the name
   */
  @Transactional
  @ActivateRequestContext
  public Optional<Integer> off(String name) {
    return issuers
        .named(name)
        .map(
            issuer -> {
              lock("pg_advisory_xact_lock", issuer.id());
              database
                  .createNativeMutationQuery(
                      "INSERT INTO switched_off_issuer (issuer, since) VALUES (?1, ?2)"
                          + " ON CONFLICT DO NOTHING")
                  .setParameter(1, issuer.id())
                  .setParameter(2, clock.instant())
                  .executeUpdate();
              int ended = sessions.endAllOf(issuer.id());
              LOG.warnf("issuer switched off, issuer=%s sessionsEnded=%d", issuer.id(), ended);
              return ended;
            });
  }

  /**
   * Takes tokens of an issuer again; repeated, it stays on.
   *
   * @param name in the configuration
   * @return false when no issuer is configured under the name
   */
  @Transactional
  public boolean on(String name) {
    Optional<TrustedIssuer> issuer = issuers.named(name);
    issuer.ifPresent(
        found ->
            database
                .createNativeMutationQuery("DELETE FROM switched_off_issuer WHERE issuer = ?1")
                .setParameter(1, found.id())
                .executeUpdate());
    return issuer.isPresent();
  }

  /**
   * Keeps an issuer from being switched off until the transaction at hand has ended, so that no
   * session is opened behind the back of who does.
   *
   * @throws TokenRefused when it is off
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void demandOn(String issuer) {
    lock("pg_advisory_xact_lock_shared", issuer);
    boolean off =
        database
            .createNativeQuery(
                "SELECT 1 AS off FROM switched_off_issuer WHERE issuer = ?1", Integer.class)
            .addScalar("off", Integer.class)
            .setParameter(1, issuer)
            .getResultStream()
            .findFirst()
            .isPresent();
    if (off) {
      throw TokenRefused.token("is of an issuer that is not trusted");
    }
  }

  private void lock(String how, String issuer) {
    database
        .createNativeQuery(
            "SELECT 1 AS locked FROM " + how + "(hashtextextended(?1, 2))", Integer.class)
        .addScalar("locked", Integer.class)
        .setParameter(1, issuer)
        .getSingleResult();
  }
}
