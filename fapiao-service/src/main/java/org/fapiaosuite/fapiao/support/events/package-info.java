/** What others hear of support cases. */
@NullMarked
package org.fapiaosuite.fapiao.support.events;

import org.jspecify.annotations.NullMarked;
