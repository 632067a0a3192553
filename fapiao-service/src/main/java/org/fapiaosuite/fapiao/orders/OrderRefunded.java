package org.fapiaosuite.fapiao.orders;

/** What is needed here of {@code order.refunded.v1}. */
record OrderRefunded(String orderNumber, MoneyData refundedTotal) {}
