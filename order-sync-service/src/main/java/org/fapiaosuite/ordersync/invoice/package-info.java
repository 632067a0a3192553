/** The invoice of an order as a PDF: what was paid, to whom, for what. It is no Fapiao. */
@NullMarked
package org.fapiaosuite.ordersync.invoice;

import org.jspecify.annotations.NullMarked;
