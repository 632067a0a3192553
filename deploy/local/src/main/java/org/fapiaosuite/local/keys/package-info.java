/** The keys and secrets of a local suite: made at its first start, kept in its data folder. */
@NullMarked
package org.fapiaosuite.local.keys;

import org.jspecify.annotations.NullMarked;
