/** Reads what callers send to the letter, within bounds, and refuses everything else. */
@NullMarked
package org.fapiaosuite.rest.strict;

import org.jspecify.annotations.NullMarked;
