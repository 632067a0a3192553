/** Who has which address and language: a projection of what account-service tells. */
@NullMarked
package org.fapiaosuite.notification.recipient;

import org.jspecify.annotations.NullMarked;
