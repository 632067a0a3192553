/** Lists in pages by keyset, so that page ten thousand costs what page one does. */
@NullMarked
package org.fapiaosuite.rest.paging;

import org.jspecify.annotations.NullMarked;
