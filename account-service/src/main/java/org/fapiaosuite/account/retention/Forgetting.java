package org.fapiaosuite.account.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.fapiaosuite.account.exchange.SpentTokens;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.account.session.SignInDelays;
import org.jboss.logging.Logger;

/** Once an hour: old sessions, secrets, counters and exchanged tokens. */
@ApplicationScoped
class Forgetting {

  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  private final SessionDesk sessions;
  private final SecretDesk secrets;
  private final SignInDelays delays;
  private final Tallies tallies;
  private final SpentTokens spent;

  Forgetting(
      SessionDesk sessions,
      SecretDesk secrets,
      SignInDelays delays,
      Tallies tallies,
      SpentTokens spent) {
    this.sessions = sessions;
    this.secrets = secrets;
    this.delays = delays;
    this.tallies = tallies;
    this.spent = spent;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    LOG.infof(
        "forgotten, sessions=%d secrets=%d delays=%d tallies=%d tokens=%d",
        sessions.forgetOld(),
        secrets.forgetOld(),
        delays.forgetOld(),
        tallies.forgetOld(),
        spent.forgetOld());
  }
}
