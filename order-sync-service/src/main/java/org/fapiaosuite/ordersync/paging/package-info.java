/** Lists in pages: where the last one ended, never how many there are. */
@NullMarked
package org.fapiaosuite.ordersync.paging;

import org.jspecify.annotations.NullMarked;
