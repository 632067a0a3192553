package org.fapiaosuite.peer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;

/** A billing record as the service's API describes it; what is null is left out. */
record BillView(
    UUID id,
    String orderNumber,
    String product,
    int quantity,
    Amount amount,
    Amount invoiceableAmount,
    Amount refundedAmount,
    String payerName,
    Instant paidAt,
    String status,
    Instant invoiceableFrom,
    String blockReason,
    String blockReasonText,
    Amount deficitAmount,
    String deficitText,
    UUID applicationId) {

  record Amount(String currency, String value) {
    static Amount of(long fen) {
      return new Amount("CNY", BigDecimal.valueOf(fen, 2).toPlainString());
    }
  }

  static BillView of(Bill bill, Instant now, MessageSource wording, Locale locale) {
    String reason = bill.blockReasonAt(now);
    Amount deficit = bill.deficit == 0 ? null : Amount.of(bill.deficit);
    return new BillView(
        bill.id,
        bill.orderNumber,
        bill.product,
        bill.quantity,
        Amount.of(bill.paid),
        Amount.of(bill.invoiceable()),
        Amount.of(bill.refunded),
        bill.payerName,
        bill.paidAt,
        bill.statusAt(now),
        bill.invoiceableFrom,
        reason,
        reason == null ? null : wording.getMessage("block." + reason, new Object[0], locale),
        deficit,
        deficit == null ? null : wording.getMessage("deficit", new Object[] {deficit.value()}, locale),
        bill.applicationId);
  }
}
