/** Amounts of renminbi, counted in fen, and how they look at the border. */
@NullMarked
package org.fapiaosuite.fapiao.money;

import org.jspecify.annotations.NullMarked;
