/** The listener, and what every request must pass before anything else is done with it. */
@NullMarked
package org.fapiaosuite.gateway.edge;

import org.jspecify.annotations.NullMarked;
