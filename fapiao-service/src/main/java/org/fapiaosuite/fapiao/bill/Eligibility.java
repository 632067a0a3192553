package org.fapiaosuite.fapiao.bill;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Whether a bill can be applied for right now, the seller's policies included. */
@Singleton
public class Eligibility {

  private final Optional<Duration> window;
  private final Money minimum;
  private final Clock clock;

  public Eligibility(BillPolicy policy, Clock clock) {
    this.window = policy.applyWithinDays().map(Duration::ofDays);
    this.minimum = policy.minimum().map(Money::ofYuan).orElse(Money.ZERO);
    this.clock = clock;
  }

  /** The status as the customer sees it. */
  public BillStatus status(BillingRecord bill) {
    BlockReason reason = policyReason(bill);
    if (bill.status() != BillStatus.INVOICEABLE || reason == null) {
      return bill.status();
    }
    return reason == BlockReason.SETTLEMENT_WINDOW ? BillStatus.SYNCHRONISING : BillStatus.BLOCKED;
  }

  /** Why nothing can be applied for; null when something can. */
  public @Nullable BlockReason blockReason(BillingRecord bill) {
    BlockReason own = bill.blockReason();
    return own == null ? policyReason(bill) : own;
  }

  /** Bills paid before this moment have expired. */
  Instant oldestPayment() {
    return window.map(length -> clock.instant().minus(length)).orElse(Instant.EPOCH);
  }

  Money minimum() {
    return minimum;
  }

  private @Nullable BlockReason policyReason(BillingRecord bill) {
    Instant from = bill.invoiceableFrom();
    if (from != null && from.isAfter(clock.instant())) {
      return BlockReason.SETTLEMENT_WINDOW;
    }
    if (bill.paidAt().isBefore(oldestPayment())) {
      return BlockReason.EXPIRED;
    }
    return minimum.isMoreThan(bill.invoiceable()) ? BlockReason.BELOW_MINIMUM : null;
  }
}
