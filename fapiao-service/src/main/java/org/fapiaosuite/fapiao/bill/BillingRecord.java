package org.fapiaosuite.fapiao.bill;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is told of a bill: of one that can be changed, and of one that was read for a list. */
public interface BillingRecord {

  UUID id();

  String orderNumber();

  /** Whoever paid; a pseudonym once they are forgotten. */
  String payerName();

  String product();

  int quantity();

  Instant paidAt();

  Money paid();

  Money refunded();

  /** What is left to be invoiced: paid − refunded − reserved − invoiced, never below zero. */
  Money invoiceable();

  /** What was refunded after it was invoiced and is not reversed yet. */
  Money deficit();

  @Nullable Instant invoiceableFrom();

  /** Why staff has to look at the bill before anything of it is issued; null when nobody has. */
  @Nullable BlockReason block();

  BillStatus status();

  @Nullable UUID applicationId();

  /** Why nothing can be applied for; null when something can. Without the seller's policies. */
  default @Nullable BlockReason blockReason() {
    return switch (status()) {
      case INVOICEABLE -> null;
      case SYNCHRONISING -> BlockReason.SETTLEMENT_WINDOW;
      case APPLIED, ISSUED -> BlockReason.ALREADY_APPLIED;
      case BLOCKED -> {
        BlockReason block = block();
        if (block != null) {
          yield block;
        }
        yield refunded().isZero() ? BlockReason.BELOW_MINIMUM : BlockReason.REFUNDED;
      }
    };
  }
}
