/** Changing the address of an account, once the new one has confirmed (seed row F16). */
@NullMarked
package org.fapiaosuite.account.emailchange;

import org.jspecify.annotations.NullMarked;
