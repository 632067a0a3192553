/** Keeps the Javadoc of what the API is made of, so that its document is written once. */
@NullMarked
package org.fapiaosuite.javadoc;

import org.jspecify.annotations.NullMarked;
