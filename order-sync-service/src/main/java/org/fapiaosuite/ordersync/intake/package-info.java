/** Pushes of the payment platforms: checked, kept, and written down as facts in one statement. */
@NullMarked
package org.fapiaosuite.ordersync.intake;

import org.jspecify.annotations.NullMarked;
