/** Carrying a request to its service and the answer back. */
@NullMarked
package org.fapiaosuite.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
