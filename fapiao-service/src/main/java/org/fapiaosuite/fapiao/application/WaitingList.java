package org.fapiaosuite.fapiao.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.stock.Queue;
import org.fapiaosuite.fapiao.stock.Stock;
import org.jboss.logging.Logger;

/**
 * Takes up applications that wait for stock, one after the other, each in a transaction of its own,
 * and keeps those that go on waiting told of when. Whatever stops in between, the next look goes on
 * from what is in the database.
 */
@ApplicationScoped
class WaitingList {

  private static final Logger LOG = Logger.getLogger(WaitingList.class);

  private final Applications applications;
  private final Supply supply;
  private final Queue queue;
  private final Stock stock;

  WaitingList(Applications applications, Supply supply, Queue queue, Stock stock) {
    this.applications = applications;
    this.supply = supply;
    this.queue = queue;
    this.stock = stock;
  }

  @Scheduled(
      every = "${fapiao.stock.look-every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (FapiaoKind kind : QuarkusTransaction.requiringNew().call(queue::kinds)) {
      try {
        look(kind);
      } catch (RuntimeException e) {
        LOG.errorf(e, "cannot serve who waits, type=%s medium=%s", kind.type(), kind.medium());
      }
    }
  }

  private void look(FapiaoKind kind) {
    int taken = 0;
    while (QuarkusTransaction.requiringNew().call(() -> takeUpFirst(kind))) {
      taken++;
    }
    if (taken > 0) {
      LOG.infof(
          "stock has come, applications=%d type=%s medium=%s", taken, kind.type(), kind.medium());
    }
    for (UUID id : QuarkusTransaction.requiringNew().call(() -> untold(kind))) {
      QuarkusTransaction.requiringNew().run(() -> tell(id));
    }
    QuarkusTransaction.requiringNew().run(() -> stock.reviewNotice(kind));
  }

  /** False when nobody waits, or there is too little for the first. */
  private boolean takeUpFirst(FapiaoKind kind) {
    return queue.first(kind).flatMap(applications::lock).filter(supply::takeUp).isPresent();
  }

  /** Those that wait and do not know it, or know another moment. */
  private List<UUID> untold(FapiaoKind kind) {
    List<Queue.Waiting> waiting = queue.of(kind);
    Map<UUID, Applications.Expectation> told =
        applications.expectations(waiting.stream().map(Queue.Waiting::application).toList());
    return waiting.stream()
        .filter(
            one ->
                Optional.ofNullable(told.get(one.application()))
                    .filter(known -> !known.isStill(one.expectedAt()))
                    .isPresent())
        .map(Queue.Waiting::application)
        .toList();
  }

  private void tell(UUID id) {
    applications.lock(id).filter(Application::canWait).ifPresent(supply::await);
  }
}
