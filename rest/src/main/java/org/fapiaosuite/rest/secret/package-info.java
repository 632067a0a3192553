/** Refuses to start with secrets that are none. */
@NullMarked
package org.fapiaosuite.rest.secret;

import org.jspecify.annotations.NullMarked;
