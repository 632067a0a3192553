/** What there is to issue with: numbers, quotas, who waits for them, and the notices of it. */
@NullMarked
package org.fapiaosuite.fapiao.stock;

import org.jspecify.annotations.NullMarked;
