/** How often one caller may ask. */
@NullMarked
package org.fapiaosuite.gateway.limits;

import org.jspecify.annotations.NullMarked;
