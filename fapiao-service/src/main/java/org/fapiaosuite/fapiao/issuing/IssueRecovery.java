package org.fapiaosuite.fapiao.issuing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Ends what was begun: calls that nobody came back from, and outcomes that are unknown. Every copy
 * of the service looks; each takes another attempt.
 */
@ApplicationScoped
class IssueRecovery {

  private static final Logger LOG = Logger.getLogger(IssueRecovery.class);
  private static final int MOST_AT_ONCE = 100;

  private final IssuingDesk desk;

  IssueRecovery(IssuingDesk desk) {
    this.desk = desk;
  }

  @Scheduled(
      every = "${fapiao.issuer.look-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void takeUp() {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      try {
        if (!desk.takeUpNext()) {
          return;
        }
      } catch (RuntimeException e) {
        // its lease holds it back, so that the others get their turn
        LOG.error("an attempt to issue could not be taken up", e);
      }
    }
  }
}
