/** What operators are given is complete, fits together, and says what is true. */
@NullMarked
package org.fapiaosuite.production;

import org.jspecify.annotations.NullMarked;
