/** The portal's pages, as far as they are packaged. */
@NullMarked
package org.fapiaosuite.gateway.pages;

import org.jspecify.annotations.NullMarked;
