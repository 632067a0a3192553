/** What was paid and paid back: the platform's own book, and how omitted fields are filled in. */
@NullMarked
package org.fapiaosuite.simulator.orders;

import org.jspecify.annotations.NullMarked;
