/** How much of a price is VAT, and into how many Fapiao an amount has to be divided. */
@NullMarked
package org.fapiaosuite.fapiao.tax;

import org.jspecify.annotations.NullMarked;
