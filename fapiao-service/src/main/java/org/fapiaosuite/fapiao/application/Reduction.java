package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.kernel.Money;

/** Makes an application smaller after a refund; one of which nothing is left is cancelled. */
@ApplicationScoped
public class Reduction {

  private static final String REASON = "REFUND";

  private final FapiaoLimits limits;

  Reduction(FapiaoLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes an amount from what the application has of a bill.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when the issuer was asked already
   */
  public Optional<ApplicationEvent> apply(Application application, UUID bill, Money taken) {
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
