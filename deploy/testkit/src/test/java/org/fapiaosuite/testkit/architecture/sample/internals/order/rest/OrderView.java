package org.fapiaosuite.testkit.architecture.sample.internals.order.rest;

/** How the feature shows it. */
public record OrderView(String number) {}
