package org.fapiaosuite.ordersync.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException;
import org.fapiaosuite.ordersync.problem.Problem;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Has refused pushes taken again, as they were verified: one asks, another one approves. */
@ApplicationScoped
class RedriveDesk {
  private final RefusedPushes pushes;
  private final PushIntake intake;
  private final Clock clock;

  RedriveDesk(RefusedPushes pushes, PushIntake intake, Clock clock) {
    this.pushes = pushes;
    this.intake = intake;
    this.clock = clock;
  }

  @Transactional
  RefusedPush ask(UUID id, String by) {
    RefusedPush push = locked(id);
    push.askRedrive(by, clock.instant());
    return push;
  }

  /** Whoever approves a push that cannot be taken still finds the request as it was. */
  @Transactional
  RefusedPush decide(UUID id, boolean approve, String by) {
    RefusedPush push = locked(id);
    if (push.redriveAskedBy() == null) {
      throw Problem.NOTHING_PROPOSED.with();
    }
    if (!approve) {
      push.dropRedrive();
      return push;
    }
    if (by.equals(push.redriveAskedBy())) {
      throw Problem.FOUR_EYES.with();
    }
    take(push);
    push.redriven(by, clock.instant());
    return push;
  }

  private void take(RefusedPush push) {
    try {
      IntakeResult result = intake.takeAgain(push);
      switch (result.outcome()) {
        case ACCEPTED, IGNORED, DUPLICATE -> {}
        case CHANGED -> throw Problem.PUSH_CHANGED.with();
        case UNREADABLE, REFUSED -> throw Problem.PUSH_STILL_REFUSED.with();
      }
    } catch (PushNotVerifiedException e) {
      throw Problem.PUSH_STILL_REFUSED.with();
    }
  }

  private RefusedPush locked(UUID id) {
    RefusedPush push =
        pushes
            .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(StandardProblem.NOT_FOUND::with);
    if (push.redrivenAt() != null) {
      throw Problem.PUSH_REDRIVEN.with();
    }
    return push;
  }
}
