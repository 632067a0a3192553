package org.fapiaosuite.fapiao.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationJournal;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.Reduction;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.PaidOrder;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.inbox.RetryLaterException;
import org.fapiaosuite.rest.identity.Ids;

/** Keeps one bill an order, true to what is told of the order. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BillKeeper {

  private final Bills bills;
  private final Applications applications;
  private final Reduction reduction;
  private final ApplicationJournal journal;
  private final Ids ids;

  BillKeeper(
      Bills bills,
      Applications applications,
      Reduction reduction,
      ApplicationJournal journal,
      Ids ids) {
    this.bills = bills;
    this.applications = applications;
    this.reduction = reduction;
    this.journal = journal;
    this.ids = ids;
  }

  void paid(PaidOrder order) {
    if (bills.ofOrder(order.orderNumber()).isEmpty()) {
      bills.persist(Bill.of(ids.next(), ids.next(), order));
    }
  }

  void synchronised(String orderNumber, Instant from) {
    bill(orderNumber).synchronise(from);
  }

  void held(String orderNumber, String reason) {
    bill(orderNumber).hold(BlockReason.named(reason));
  }

  /** What nobody holds goes first, then what applications hold that are not issued yet. */
  void refunded(String orderNumber, Money total) {
    Bill bill = bill(orderNumber);
    bill.refund(total);
    for (UUID holder : bill.holders()) {
      if (bill.deficit().isZero()) {
        return;
      }
      Application application = applications.lock(holder).orElseThrow();
      if (application.canShrink()) {
        shrink(application, bill);
      }
    }
  }

  private void shrink(Application application, Bill bill) {
    Money taken = bill.shrink(application.id());
    Optional<ApplicationEvent> event = reduction.apply(application, bill.id(), taken);
    if (application.status() == ApplicationStatus.CANCELLED) {
      bill.release(application.id());
    }
    journal.record(application, event, Actor.SYSTEM, null);
  }

  private Bill bill(String orderNumber) {
    return bills
        .ofOrder(orderNumber)
        .orElseThrow(() -> new RetryLaterException("the order is not known yet"));
  }
}
