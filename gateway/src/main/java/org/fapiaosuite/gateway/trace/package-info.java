/** The trace id that ties one request's lines together over all services. */
@NullMarked
package org.fapiaosuite.gateway.trace;

import org.jspecify.annotations.NullMarked;
