/** Makes a page of the guide to the API, with the sources that it quotes. */
@NullMarked
package org.fapiaosuite.testkit.guide;

import org.jspecify.annotations.NullMarked;
