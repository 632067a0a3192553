/** A customer with bills in every state, for who looks at the suite for the first time. */
@NullMarked
package org.fapiaosuite.local.demo;

import org.jspecify.annotations.NullMarked;
