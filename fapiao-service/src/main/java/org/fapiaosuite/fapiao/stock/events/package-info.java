/** What others hear of the stock. */
@NullMarked
package org.fapiaosuite.fapiao.stock.events;

import org.jspecify.annotations.NullMarked;
