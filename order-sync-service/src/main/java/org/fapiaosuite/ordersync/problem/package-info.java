/** What a caller can do wrong here and what they are told, beside the standard problems. */
@NullMarked
package org.fapiaosuite.ordersync.problem;

import org.jspecify.annotations.NullMarked;
