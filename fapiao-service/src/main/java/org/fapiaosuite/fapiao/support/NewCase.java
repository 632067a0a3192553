package org.fapiaosuite.fapiao.support;

import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for, found acceptable by {@link CaseRules}.
 *
 * @param bill null when it is about none
 * @param application null when it is about none
 * @param parts of the bill, for a split
 */
record NewCase(
    CaseKind kind,
    String text,
    @Nullable Bill bill,
    @Nullable Application application,
    List<Part> parts,
    @Nullable Buyer newTitle) {

  /** One of the parts. */
  record Part(Money amount, Buyer title) {}

  @Nullable UUID billId() {
    return bill == null ? null : bill.id();
  }

  @Nullable UUID applicationId() {
    return application == null ? null : application.id();
  }

  @Nullable String customerId() {
    if (application != null) {
      return application.customerId();
    }
    return bill == null ? null : bill.customerId();
  }

  List<String> orderNumbers() {
    if (application != null) {
      return application.orderNumbers();
    }
    return bill == null ? List.of() : List.of(bill.orderNumber());
  }
}
