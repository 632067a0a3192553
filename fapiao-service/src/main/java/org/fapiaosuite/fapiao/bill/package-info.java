/** What was paid and may be invoiced: one bill an order, its shares and who holds them. */
@NullMarked
package org.fapiaosuite.fapiao.bill;

import org.jspecify.annotations.NullMarked;
