/** The invoice as a document. */
@NullMarked
package org.fapiaosuite.ordersync.invoice;

import org.jspecify.annotations.NullMarked;
