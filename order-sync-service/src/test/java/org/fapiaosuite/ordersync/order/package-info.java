/** What facts add up to, and when. */
@NullMarked
package org.fapiaosuite.ordersync.order;

import org.jspecify.annotations.NullMarked;
