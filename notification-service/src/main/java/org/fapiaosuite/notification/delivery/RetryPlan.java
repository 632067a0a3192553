package org.fapiaosuite.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fapiaosuite.notification.templates.MailKind;

/** When a mail is tried next, and until when. */
@ApplicationScoped
class RetryPlan {
  private final DeliveryConfig config;

  RetryPlan(DeliveryConfig config) {
    this.config = config;
  }

  /** The next try after so many failed ones. */
  Instant afterFailure(int failures, Instant now) {
    return now.plus(step(config.retries(), failures));
  }

  /** The next look after something was missing so many times. */
  Instant afterWait(int waits, Instant now) {
    return now.plus(step(config.waits(), waits));
  }

  /** The moment after which a new mail of this kind is given up. */
  Instant giveUpAt(MailKind kind, Instant now) {
    return now.plus(
        switch (kind.purpose()) {
          case ON_DEMAND -> config.giveUpOnDemand();
          case ACCOUNT, ORDER_OR_FAPIAO -> config.giveUp();
        });
  }

  private static Duration step(List<Duration> ladder, int number) {
    return ladder.get(Math.min(Math.max(number, 1), ladder.size()) - 1);
  }
}
