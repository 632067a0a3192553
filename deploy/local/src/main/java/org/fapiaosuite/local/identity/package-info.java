/** An identity provider for demonstration: as an admin center would have, but it believes all. */
@NullMarked
package org.fapiaosuite.local.identity;

import org.jspecify.annotations.NullMarked;
