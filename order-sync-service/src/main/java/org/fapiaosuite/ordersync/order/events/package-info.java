/** What order-sync-service tells the other services on order.events; schemas in src/contracts. */
@NullMarked
package org.fapiaosuite.ordersync.order.events;

import org.jspecify.annotations.NullMarked;
