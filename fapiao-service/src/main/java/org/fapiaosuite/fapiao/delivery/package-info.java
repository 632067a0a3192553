/** The ways a Fapiao reaches its buyer: couriers, the branch, e-mail. */
@NullMarked
package org.fapiaosuite.fapiao.delivery;

import org.jspecify.annotations.NullMarked;
