/** Pushing signed events until they are taken, and the faults one can order. */
@NullMarked
package org.fapiaosuite.simulator.deliveries;

import org.jspecify.annotations.NullMarked;
