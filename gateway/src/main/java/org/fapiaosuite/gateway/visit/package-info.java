/** One request and its answer on their way through the gateway. */
@NullMarked
package org.fapiaosuite.gateway.visit;

import org.jspecify.annotations.NullMarked;
