/** Work that is done a moment after the request, so that the answer cannot tell what it found. */
@NullMarked
package org.fapiaosuite.account.work;

import org.jspecify.annotations.NullMarked;
