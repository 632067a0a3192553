/** Requests that are sent twice and take effect once. */
@NullMarked
package org.fapiaosuite.fapiao.idempotency;

import org.jspecify.annotations.NullMarked;
