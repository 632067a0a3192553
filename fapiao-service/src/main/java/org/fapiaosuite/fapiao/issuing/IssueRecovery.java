package org.fapiaosuite.fapiao.issuing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends what was begun: calls that nobody came back from, and outcomes that are unknown. Every copy
 * of the service looks; each takes another attempt.
 */
@ApplicationScoped
class IssueRecovery {

  private static final int MOST_AT_ONCE = 100;

  private final IssuingDesk desk;

  IssueRecovery(IssuingDesk desk) {
    this.desk = desk;
  }

  @Scheduled(
      every = "${fapiao.issuer.look-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void takeUp() {
    int taken = 0;
    while (taken < MOST_AT_ONCE && desk.takeUpNext()) {
      taken++;
    }
  }
}
