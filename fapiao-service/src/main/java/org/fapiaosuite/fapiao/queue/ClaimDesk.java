package org.fapiaosuite.fapiao.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Who works on what, so that no two do the same. */
@ApplicationScoped
@Transactional
public class ClaimDesk {

  private final Applications applications;
  private final QueueConfig config;
  private final Clock clock;

  ClaimDesk(Applications applications, QueueConfig config, Clock clock) {
    this.applications = applications;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Claims it, or keeps the claim for another lease.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, or 409 while it is somebody else's
   */
  public Application claim(UUID id, String staff) {
    Application application = lock(id);
    Instant now = clock.instant();
    application.claim(staff, now, now.plus(config.claimLease()));
    applications.flush();
    return application;
  }

  /**
   * Gives it back; one that nobody has stays so.
   *
   * @param overrules whether somebody else's claim can be ended
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, or 409 while it is somebody else's
   */
  public Application release(UUID id, String staff, boolean overrules) {
    Application application = lock(id);
    if (!overrules) {
      application.demandUnclaimed(staff, clock.instant());
    }
    application.release();
    applications.flush();
    return application;
  }

  private Application lock(UUID id) {
    return applications
        .lock(id)
        .filter(application -> application.status() != ApplicationStatus.DRAFT)
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
