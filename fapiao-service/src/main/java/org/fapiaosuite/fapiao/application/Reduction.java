package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.kernel.Money;

/** Makes an application smaller after a refund; one of which nothing is left is cancelled. */
@ApplicationScoped
public class Reduction {

  private static final String REASON = "REFUND";

  private final FapiaoLimits limits;
  private final Supply supply;
  private final ApplicationJournal journal;

  Reduction(FapiaoLimits limits, Supply supply, ApplicationJournal journal) {
    this.limits = limits;
    this.supply = supply;
    this.journal = journal;
  }

  /**
   * Takes what a refund left uncovered of a bill from an application that holds some of it; does
   * nothing to one whose issuer was asked, which has to wait for the outcome.
   */
  public void cover(Bill bill, Application application) {
    if (bill.deficit().isZero() || !application.canShrink()) {
      return;
    }
    Money taken = bill.shrink(application.id());
    Optional<ApplicationEvent> event = apply(application, bill.id(), taken);
    if (application.status() == ApplicationStatus.CANCELLED) {
      bill.release(application.id());
      supply.giveUp(application);
    } else {
      supply.shrink(application);
    }
    journal.record(application, event, Actor.SYSTEM, null);
  }

  /** Takes an amount from what the application has of a bill. */
  private Optional<ApplicationEvent> apply(Application application, UUID bill, Money taken) {
    List<ApplicationItem> left =
        application.items().stream()
            .map(
                item ->
                    item.billId().equals(bill) ? item.withAmount(item.amount().minus(taken)) : item)
            .toList();
    List<ApplicationItem> remaining =
        left.stream().filter(item -> !item.amount().isZero()).toList();
    if (remaining.isEmpty()) {
      return application.withdraw(REASON);
    }
    FapiaoPlan plan =
        FapiaoPlan.of(
            left.stream().map(ApplicationItem::line).toList(),
            limits.ceiling(application.medium()));
    return application.reduce(left, plan.total(), REASON);
  }
}
