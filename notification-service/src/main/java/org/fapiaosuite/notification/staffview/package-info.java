/** What the service centre sees of mails and may do about them. */
@NullMarked
package org.fapiaosuite.notification.staffview;

import org.jspecify.annotations.NullMarked;
