/** How {@link org.fapiaosuite.kernel.Money} looks at the border and in the database. */
@NullMarked
package org.fapiaosuite.fapiao.money;

import org.jspecify.annotations.NullMarked;
