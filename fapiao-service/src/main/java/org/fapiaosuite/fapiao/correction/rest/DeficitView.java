package org.fapiaosuite.fapiao.correction.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A bill of which more is on Fapiao than is paid and not refunded (欠票).
 *
 * @param billId the id of the bill
 * @param orderNumber the number of the order behind it. Example: {@code E0700K3M9Q}.
 * @param paidAmount what was paid, tax included
 * @param refundedAmount what was refunded so far
 * @param invoicedAmount what is on valid Fapiao
 * @param deficitAmount what a correction has to take back
 * @param text the same in words of the caller's language. Example: {@code 270.00 yuan were refunded
 *     after the Fapiao was issued; the service centre will correct it.}
 * @param fapiaos the valid Fapiao of the bill, one of which is to be corrected
 */
@Schema(name = "Deficit")
record DeficitView(
    UUID billId,
    String orderNumber,
    Amount paidAmount,
    Amount refundedAmount,
    Amount invoicedAmount,
    Amount deficitAmount,
    String text,
    List<DeficitFapiao> fapiaos) {

  /**
   * A valid Fapiao of the bill.
   *
   * @param id the id of the Fapiao
   * @param applicationId the id of the application it was issued for
   * @param code 10 or 12 digits, as printed; only for LEGACY_CODE_NUMBER. Example: {@code
   *     3100261320}.
   * @param number as printed, 8 or 20 digits. Example: {@code 00345678}.
   * @param issuedOn the date printed on it
   * @param leftAmount what of it is valid
   */
  @Schema(name = "DeficitFapiao")
  record DeficitFapiao(
      UUID id,
      UUID applicationId,
      @Nullable String code,
      String number,
      LocalDate issuedOn,
      Amount leftAmount) {

    static DeficitFapiao of(Fapiao fapiao) {
      return new DeficitFapiao(
          fapiao.id(),
          fapiao.applicationId(),
          fapiao.legalNumber().code(),
          fapiao.legalNumber().number(),
          fapiao.issuedOn(),
          Amount.of(fapiao.left().gross()));
    }
  }

  static DeficitView of(Bill bill, List<Fapiao> valid, Locale locale) {
    return new DeficitView(
        bill.id(),
        bill.orderNumber(),
        Amount.of(bill.paid()),
        Amount.of(bill.refunded()),
        Amount.of(bill.invoiced()),
        Amount.of(bill.deficit()),
        Wording.text(locale, "deficit", bill.deficit().yuan()),
        valid.stream().map(DeficitFapiao::of).toList());
  }
}
