/** How this service tells the others what happened to accounts: topic {@code account.events}. */
@NullMarked
package org.fapiaosuite.account.events;

import org.jspecify.annotations.NullMarked;
