/** fapiao-service: what must be invoiced, from the paid order to the delivered Fapiao. */
@NullMarked
package org.fapiaosuite.fapiao;

import org.jspecify.annotations.NullMarked;
