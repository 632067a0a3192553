/** Forgets what is no longer needed. */
@NullMarked
package org.fapiaosuite.account.retention;

import org.jspecify.annotations.NullMarked;
