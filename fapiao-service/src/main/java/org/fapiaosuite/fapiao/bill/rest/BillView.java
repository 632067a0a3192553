package org.fapiaosuite.fapiao.bill.rest;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.BillStatus;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.Eligibility;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.wording.Wording;
import org.jspecify.annotations.Nullable;

/** A billing record as the customer reads it. */
@Schema(name = "Bill", description = "A billing record: one paid order")
public record BillView(
    UUID id,
    String orderNumber,
    String product,
    int quantity,
    @Schema(description = "What was paid, tax included") Amount amount,
    @Schema(description = "What is left: paid − refunded − reserved − invoiced")
        Amount invoiceableAmount,
    @Schema(description = "What was refunded so far") Amount refundedAmount,
    String payerName,
    Instant paidAt,
    BillStatus status,
    @Schema(description = "From then on it can be applied for; absent while nobody can say")
        @Nullable Instant invoiceableFrom,
    @Schema(description = "Why nothing can be applied for now") @Nullable BlockReason blockReason,
    @Schema(description = "The same in words of the caller's language")
        @Nullable String blockReasonText,
    @Schema(description = "The application that holds it, the latest of several")
        @Nullable UUID applicationId) {

  static BillView of(Bill bill, Eligibility eligibility, Locale locale) {
    BlockReason reason = eligibility.blockReason(bill);
    return new BillView(
        bill.id(),
        bill.orderNumber(),
        bill.product(),
        bill.quantity(),
        Amount.of(bill.paid()),
        Amount.of(bill.invoiceable()),
        Amount.of(bill.refunded()),
        bill.payerName(),
        bill.paidAt(),
        eligibility.status(bill),
        bill.invoiceableFrom(),
        reason,
        reason == null ? null : Wording.text(locale, reason.wordingKey()),
        bill.applicationId());
  }
}
