package org.fapiaosuite.testkit.architecture.sample.internals.invoice.rest;

import org.fapiaosuite.testkit.architecture.sample.internals.order.rest.OrderView;

/** Shows an order within an invoice, as it may. */
public record InvoiceView(OrderView order) {}
