/** What is forgotten of a payer who erased their account, what the law keeps, and for how long. */
@NullMarked
package org.fapiaosuite.ordersync.erasure;

import org.jspecify.annotations.NullMarked;
