/** Who is calling, and which customers they may see. */
@NullMarked
package org.fapiaosuite.fapiao.access;

import org.jspecify.annotations.NullMarked;
