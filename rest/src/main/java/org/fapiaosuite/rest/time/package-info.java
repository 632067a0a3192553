/** Tells a service the time, which a test turns. */
@NullMarked
package org.fapiaosuite.rest.time;

import org.jspecify.annotations.NullMarked;
