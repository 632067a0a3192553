/** Whose tokens are believed: those of accounts, on published keys, and those of other services. */
@NullMarked
package org.fapiaosuite.rest.trust;

import org.jspecify.annotations.NullMarked;
