/** The launcher: the whole suite on one machine with one command. */
@NullMarked
package org.fapiaosuite.local;

import org.jspecify.annotations.NullMarked;
