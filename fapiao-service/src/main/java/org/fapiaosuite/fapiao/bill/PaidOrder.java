package org.fapiaosuite.fapiao.bill;

import java.time.Instant;
import org.fapiaosuite.kernel.Money;

/**
 * What a bill is made from.
 *
 * @param customerId {@code <platform>:<customerId>}
 * @param amount what was paid, tax included
 * @param invoiceableFrom end of the settlement window
 */
public record PaidOrder(
    String orderNumber,
    String customerId,
    String payerName,
    String product,
    int quantity,
    Money amount,
    Instant paidAt,
    Instant invoiceableFrom) {}
