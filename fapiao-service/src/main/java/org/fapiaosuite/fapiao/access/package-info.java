/** Who is calling, and which customers he may see. */
@NullMarked
package org.fapiaosuite.fapiao.access;

import org.jspecify.annotations.NullMarked;
