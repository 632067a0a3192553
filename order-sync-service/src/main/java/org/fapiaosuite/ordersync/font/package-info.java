/** The font of the order invoice: which characters it can draw, and what to say of the others. */
@NullMarked
package org.fapiaosuite.ordersync.font;

import org.jspecify.annotations.NullMarked;
