/** Order sync: the truth about what was paid, from push, statement and time. */
@NullMarked
package org.fapiaosuite.ordersync;

import org.jspecify.annotations.NullMarked;
