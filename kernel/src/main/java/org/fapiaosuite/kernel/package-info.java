/**
 * The values that every service reads alike, each in one normal form: the shared kernel of the
 * suite.
 */
@NullMarked
package org.fapiaosuite.kernel;

import org.jspecify.annotations.NullMarked;
