package org.fapiaosuite.fapiao.bill.rest;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.bill.BillStatus;
import org.fapiaosuite.fapiao.bill.BillingRecord;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.Eligibility;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A billing record: the part of one paid order that can be invoiced.
 *
 * @param id the id of the bill
 * @param orderNumber the number of the order, as in its confirmation mail. Example: {@code
 *     E0700K3M9Q}.
 * @param product what was bought, as the payment platform names it. Example: {@code Office 365 E3,
 *     12 months}.
 * @param quantity how many of it, 1 or more. Example: {@code 10}.
 * @param amount what was paid, tax included
 * @param invoiceableAmount what can still be invoiced: paid − refunded − reserved by applications −
 *     invoiced. {@code status} says whether it can be applied for now
 * @param refundedAmount what was refunded so far
 * @param payerName who paid, as the payment platform names them. Example: {@code 上海示例科技有限公司}.
 * @param paidAt when it was paid
 * @param status whether it can be applied for
 * @param invoiceableFrom from when it can be applied for, about three days after payment; absent
 *     while nobody can say
 * @param blockReason why nothing can be applied for now; absent when {@code status} is INVOICEABLE
 * @param blockReasonText the same in words of the caller's language. Example: {@code A Fapiao was
 *     applied for already.}
 * @param deficitAmount what was refunded after its Fapiao was issued, and is not taken back by a
 *     void or red-letter Fapiao yet; absent when nothing
 * @param deficitText the same in words of the caller's language. Example: {@code 270.00 yuan were
 *     refunded after the Fapiao was issued; the service centre will correct it.}
 * @param applicationId the application that reserves or has invoiced some of it, the latest of
 *     several; absent when there is none
 */
@Schema(name = "Bill")
public record BillView(
    UUID id,
    String orderNumber,
    String product,
    int quantity,
    Amount amount,
    Amount invoiceableAmount,
    Amount refundedAmount,
    String payerName,
    Instant paidAt,
    BillStatus status,
    @Nullable Instant invoiceableFrom,
    @Nullable BlockReason blockReason,
    @Nullable String blockReasonText,
    @Nullable Amount deficitAmount,
    @Nullable String deficitText,
    @Nullable UUID applicationId) {

  static BillView of(BillingRecord bill, Eligibility eligibility, Locale locale) {
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
        bill.deficit().isZero() ? null : Amount.of(bill.deficit()),
        bill.deficit().isZero() ? null : Wording.text(locale, "deficit", bill.deficit().yuan()),
        bill.applicationId());
  }
}
