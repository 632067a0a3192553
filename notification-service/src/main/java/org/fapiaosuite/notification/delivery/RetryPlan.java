package org.fapiaosuite.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/** When a mail is tried next, and until when. */
@ApplicationScoped
class RetryPlan {
  private static final Duration PATIENT = Duration.ofMillis(500);

  private final DeliveryConfig config;

  RetryPlan(DeliveryConfig config) {
    this.config = config;
  }

  /** The next try after so many failed ones. */
  Instant afterFailure(int failures, Instant now) {
    return now.plus(step(config.retries(), failures));
  }

  /**
   * The next look after something was missing so many times. Only a secret may be there in the next
   * moment; whatever else is missing is looked for from the first wait of half a second on.
   */
  Instant afterWait(int waits, @Nullable Reason reason, Instant now) {
    int number = reason == Reason.NO_SECRET ? waits : waits + hasty().size();
    return now.plus(step(config.waits(), number));
  }

  /**
   * The waits of a mail whose secret was asked for in vain together with another mail's; the last
   * one, half a second, repeats, so that the owner has some peace and the mail goes soon after all.
   */
  List<Duration> waitsTogether() {
    List<Duration> all = config.waits();
    return all.subList(0, Math.min(hasty().size() + 1, all.size()));
  }

  /** The first waits, as far as they are shorter than half a second; none if all of them are. */
  private List<Duration> hasty() {
    List<Duration> all = config.waits();
    int patient = 0;
    while (patient < all.size() && all.get(patient).compareTo(PATIENT) < 0) {
      patient++;
    }
    return all.subList(0, patient == all.size() ? 0 : patient);
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
