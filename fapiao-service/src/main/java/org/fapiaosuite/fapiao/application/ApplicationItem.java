package org.fapiaosuite.fapiao.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.tax.TaxRate;
import org.fapiaosuite.fapiao.tax.TaxedLine;
import org.fapiaosuite.kernel.Money;

/**
 * What an application takes from one bill.
 *
 * @param whole true when it takes all that is left of the bill
 * @param taxRate in basis points
 */
@Embeddable
public record ApplicationItem(
    @Column(name = "bill_id") UUID billId,
    @Column(name = "order_number") String orderNumber,
    @Column(name = "product") String product,
    @Column(name = "paid_at") Instant paidAt,
    @Column(name = "whole") boolean whole,
    @Column(name = "amount_fen") Money amount,
    @Column(name = "tax_code") String taxCode,
    @Column(name = "tax_rate_bp") int taxRate) {

  public TaxedLine line() {
    return new TaxedLine(taxCode, new TaxRate(taxRate), amount);
  }

  ApplicationItem withAmount(Money less) {
    return new ApplicationItem(billId, orderNumber, product, paidAt, whole, less, taxCode, taxRate);
  }
}
