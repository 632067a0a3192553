/** The statement's word against the push's. */
@NullMarked
package org.fapiaosuite.ordersync.reconciliation;

import org.jspecify.annotations.NullMarked;
