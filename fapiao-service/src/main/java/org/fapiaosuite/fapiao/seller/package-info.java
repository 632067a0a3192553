/** Who issues: the seller's own name, numbers, and the address that papers come back to. */
@NullMarked
package org.fapiaosuite.fapiao.seller;

import org.jspecify.annotations.NullMarked;
