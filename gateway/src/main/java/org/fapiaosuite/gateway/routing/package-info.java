/** Which address is answered by which service: one table. */
@NullMarked
package org.fapiaosuite.gateway.routing;

import org.jspecify.annotations.NullMarked;
