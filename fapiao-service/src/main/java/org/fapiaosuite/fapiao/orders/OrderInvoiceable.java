package org.fapiaosuite.fapiao.orders;

import java.time.Instant;

/** What is needed here of {@code order.invoiceable.v1}. */
record OrderInvoiceable(String orderNumber, Instant invoiceableFrom) {}
