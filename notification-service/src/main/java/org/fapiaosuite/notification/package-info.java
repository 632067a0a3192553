/** Who must hear of it: mails about orders, accounts and Fapiao, each sent once and readable. */
@NullMarked
package org.fapiaosuite.notification;

import org.jspecify.annotations.NullMarked;
