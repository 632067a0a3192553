package org.fapiaosuite.account.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.events.EpochRaised;
import org.fapiaosuite.account.session.events.SessionEnded;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Takes access tokens back: tells the other services, which refuse them as soon as they hear of it.
 * Remembers what one request took back, so that its answer can wait until it is told.
 */
@RequestScoped
public class Revoking {

  private static final Logger LOG = Logger.getLogger(Revoking.class);

  /** Answers that may wait at once; with a broker away they must not use up the threads. */
  private static final Semaphore WAITING = new Semaphore(16);

  private final Announcer announcer;
  private final Outbox outbox;
  private final SessionConfig config;
  private final List<UUID> told = new ArrayList<>();

  Revoking(Announcer announcer, Outbox outbox, SessionConfig config) {
    this.announcer = announcer;
    this.outbox = outbox;
    this.config = config;
  }

  /** Takes back the tokens of one session, which has just ended. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tokensOf(Session session) {
    told.add(announcer.tell(new SessionEnded(session.accountId(), session.id())));
  }

  /** Takes back every token of an account whose epoch has just been raised. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tokensOf(Account account) {
    told.add(announcer.tell(EpochRaised.of(account)));
  }

  /**
   * Waits until the other services can know what this request took back, for a moment at most: with
   * the broker away it is told later, and a token ends by itself after five minutes.
   */
  public void awaitTold() {
    if (told.isEmpty() || !WAITING.tryAcquire()) {
      return;
    }
    try {
      if (!outbox.awaitSent(told, config.revocationWait())) {
        LOG.warnf("revocations are told later, count=%d", told.size());
      }
    } finally {
      WAITING.release();
      told.clear();
    }
  }
}
