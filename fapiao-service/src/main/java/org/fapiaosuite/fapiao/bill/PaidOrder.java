package org.fapiaosuite.fapiao.bill;

import java.time.Instant;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bill is made from.
 *
 * @param customerId {@code <platform>:<customerId>}
 * @param payerDigest SHA-256 of the key of the payer's e-mail address, hexadecimal; null where none
 *     was told
 * @param amount what was paid, tax included
 * @param invoiceableFrom end of the settlement window
 */
public record PaidOrder(
    String orderNumber,
    String customerId,
    String payerName,
    @Nullable String payerDigest,
    String product,
    int quantity,
    Money amount,
    Instant paidAt,
    Instant invoiceableFrom) {}
