/** The page of an admin center, for demonstration: of another origin than the gateway. */
@NullMarked
package org.fapiaosuite.local.center;

import org.jspecify.annotations.NullMarked;
