/** The service centre's desk: who works on what, how much there is, what is late, and exports. */
@NullMarked
package org.fapiaosuite.fapiao.queue;

import org.jspecify.annotations.NullMarked;
