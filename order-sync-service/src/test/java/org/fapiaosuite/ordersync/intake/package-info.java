/** Pushes, honest and not. */
@NullMarked
package org.fapiaosuite.ordersync.intake;

import org.jspecify.annotations.NullMarked;
