/** Which other services are believed, and how their tokens are checked. */
@NullMarked
package org.fapiaosuite.rest.trust;

import org.jspecify.annotations.NullMarked;
