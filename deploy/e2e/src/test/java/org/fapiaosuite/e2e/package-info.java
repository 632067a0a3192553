/** Business stories, told through the gateway of the packaged suite. */
@NullMarked
package org.fapiaosuite.e2e;

import org.jspecify.annotations.NullMarked;
