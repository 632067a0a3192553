/** The Fapiao themselves: their kinds, their legal numbers, and the port to whoever gives those. */
@NullMarked
package org.fapiaosuite.fapiao.issuing;

import org.jspecify.annotations.NullMarked;
