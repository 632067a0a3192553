/** What time it is. */
@NullMarked
package org.fapiaosuite.gateway.time;

import org.jspecify.annotations.NullMarked;
