/** Orders: what the facts add up to, and whether they may be invoiced. */
@NullMarked
package org.fapiaosuite.ordersync.order;

import org.jspecify.annotations.NullMarked;
