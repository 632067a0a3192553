package org.fapiaosuite.testkit.architecture.sample.internals.order;

/** What the feature offers. */
public record Order(String number) {}
