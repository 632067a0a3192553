/** Knows which languages are served and which of them a caller asked for. */
@NullMarked
package org.fapiaosuite.rest.language;

import org.jspecify.annotations.NullMarked;
