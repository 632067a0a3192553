/** Completes the API document of a service with what its Java code says already. */
@NullMarked
package org.fapiaosuite.rest.openapi;

import org.jspecify.annotations.NullMarked;
