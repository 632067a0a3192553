/** What happens here when an order is paid, synchronised, held or refunded. */
@NullMarked
package org.fapiaosuite.fapiao.orders;

import org.jspecify.annotations.NullMarked;
