/** Which other origins' pages may call the API. */
@NullMarked
package org.fapiaosuite.gateway.cors;

import org.jspecify.annotations.NullMarked;
