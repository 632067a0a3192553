package org.fapiaosuite.ordersync.order;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/**
 * Looks after the orders: reviews those of which something was said and those whose time has come.
 * What was due while the service was down is due when it is up again.
 */
@ApplicationScoped
public class OrderKeeper {
  private static final Logger LOG = Logger.getLogger(OrderKeeper.class);
  private static final int BATCH = 100;

  private final OrderReview review;

  OrderKeeper(OrderReview review) {
    this.review = review;
  }

  /** Reviews until nothing is left to be reviewed at this moment. */
  @Scheduled(
      every = "{fapiao.order-sync.window.poll-interval}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void look() {
    all(review::reviewSaid, review::postponeSaid);
    all(review::reviewDue, review::postponeDue);
  }

  /** By the batch; when one fails, one by one, the order at fault put off for later. */
  private static void all(IntUnaryOperator batch, Runnable postpone) {
    int most = BATCH;
    int reviewed = 0;
    do {
      try {
        reviewed = batch.applyAsInt(most);
      } catch (RuntimeException e) {
        if (most == 1) {
          LOG.error("order could not be reviewed, postponed", e);
          postpone.run();
        } else {
          LOG.warnf("orders could not be reviewed together error=%s", e.getClass().getName());
        }
        most = 1;
        reviewed = 1;
      }
    } while (reviewed > 0);
  }
}
