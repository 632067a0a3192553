package org.fapiaosuite.testkit.architecture.sample.internals.order.sorting;

/** Nobody else's business. */
public class OrderSorter {}
