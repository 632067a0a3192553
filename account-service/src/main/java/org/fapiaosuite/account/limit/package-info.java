/** How often something may be done, from one network address, to one mailbox, to one order. */
@NullMarked
package org.fapiaosuite.account.limit;

import org.jspecify.annotations.NullMarked;
