/** Orders over HTTP: the customer's own, and all of them for staff. */
@NullMarked
package org.fapiaosuite.ordersync.order.rest;

import org.jspecify.annotations.NullMarked;
