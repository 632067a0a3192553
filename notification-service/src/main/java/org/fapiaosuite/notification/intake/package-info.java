/** What happened elsewhere and whom to tell: events in, mails to be sent out. */
@NullMarked
package org.fapiaosuite.notification.intake;

import org.jspecify.annotations.NullMarked;
