package org.fapiaosuite.ordersync.fact;

/**
 * Who bought what.
 *
 * @param customerId the platform's own, without the platform's name
 */
public record OrderDetails(
    String customerId, String payerName, String payerEmail, String product, int quantity) {}
