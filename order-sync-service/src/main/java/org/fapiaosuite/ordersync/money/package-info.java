/** Amounts, exact to the hundredth. */
@NullMarked
package org.fapiaosuite.ordersync.money;

import org.jspecify.annotations.NullMarked;
