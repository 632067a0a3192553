/** Tests of the trail's writing, and what they share. */
@NullMarked
package org.fapiaosuite.audit;

import org.jspecify.annotations.NullMarked;
