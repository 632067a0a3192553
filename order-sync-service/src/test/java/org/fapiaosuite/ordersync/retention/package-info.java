/** What is kept and what is let go. */
@NullMarked
package org.fapiaosuite.ordersync.retention;

import org.jspecify.annotations.NullMarked;
