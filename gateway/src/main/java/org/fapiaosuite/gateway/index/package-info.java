/** What the API is, for those who ask: its index, its documents and its guide. */
@NullMarked
package org.fapiaosuite.gateway.index;

import org.jspecify.annotations.NullMarked;
