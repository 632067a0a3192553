/** The API index, for who asks what there is. */
@NullMarked
package org.fapiaosuite.gateway.index;

import org.jspecify.annotations.NullMarked;
