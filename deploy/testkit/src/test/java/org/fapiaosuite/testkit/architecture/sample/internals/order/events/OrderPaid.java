package org.fapiaosuite.testkit.architecture.sample.internals.order.events;

/** What the feature tells. */
public record OrderPaid(String number) {}
