/** The contracts hold. */
@NullMarked
package org.fapiaosuite.ordersync.contracts;

import org.jspecify.annotations.NullMarked;
