package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.Eligibility;
import org.fapiaosuite.fapiao.money.Money;
import org.fapiaosuite.fapiao.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whether something of a bill can be applied for, and if not, what stands against it. */
@ApplicationScoped
class Availability {

  private final Eligibility eligibility;
  private final Applications applications;

  Availability(Eligibility eligibility, Applications applications) {
    this.eligibility = eligibility;
    this.applications = applications;
  }

  /**
   * What can be applied for under a title, more than zero.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 with the reason, or with the state of
   *     the application that holds it
   */
  Money check(Bill bill, String titleKey) {
    BlockReason reason = eligibility.blockReason(bill);
    if (reason == BlockReason.ALREADY_APPLIED) {
      throw held(bill);
    }
    if (reason != null) {
      throw Problem.NOT_INVOICEABLE.with(bill.orderNumber(), reason).state(reason);
    }
    Money available = bill.availableFor(titleKey);
    if (available.isZero()) {
      throw Problem.OTHER_TITLE.with(bill.orderNumber());
    }
    return available;
  }

  private RuntimeException held(Bill bill) {
    @Nullable UUID holder = bill.applicationId();
    ApplicationStatus status = holder == null ? null : applications.status(holder).orElse(null);
    return status == null
        ? Problem.ALREADY_APPLIED.with(bill.orderNumber(), ApplicationStatus.SUBMITTED)
        : Problem.ALREADY_APPLIED.with(bill.orderNumber(), status).state(status);
  }
}
