/** The kinds of Fapiao there are. */
@NullMarked
package org.fapiaosuite.fapiao.kind;

import org.jspecify.annotations.NullMarked;
