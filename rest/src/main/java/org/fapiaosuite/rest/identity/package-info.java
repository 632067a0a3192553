/** Gives new things their identity. */
@NullMarked
package org.fapiaosuite.rest.identity;

import org.jspecify.annotations.NullMarked;
