package org.fapiaosuite.fapiao.orders;

/** What is needed here of {@code order.held.v1}. */
record OrderHeld(String orderNumber, String reason) {}
