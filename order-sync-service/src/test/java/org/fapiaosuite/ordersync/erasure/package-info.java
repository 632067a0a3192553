/** What is left of a payer who erased their account. */
@NullMarked
package org.fapiaosuite.ordersync.erasure;

import org.jspecify.annotations.NullMarked;
