/** Pages of lists by keyset, so that page ten thousand costs what page one does. */
@NullMarked
package org.fapiaosuite.fapiao.paging;

import org.jspecify.annotations.NullMarked;
