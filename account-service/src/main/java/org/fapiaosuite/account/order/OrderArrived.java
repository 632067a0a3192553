package org.fapiaosuite.account.order;

/** Fired in the transaction in which an order becomes known here. */
public record OrderArrived(PaidOrder order) {}
