/** The platform's daily statement held against what we were told, and the report of it. */
@NullMarked
package org.fapiaosuite.ordersync.reconciliation;

import org.jspecify.annotations.NullMarked;
