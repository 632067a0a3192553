/** Tests of the whole service, and what they share: a payment platform to push from. */
@NullMarked
package org.fapiaosuite.ordersync;

import org.jspecify.annotations.NullMarked;
