/** The queue of mails: each has one row, one state and one Message-ID from first try to last. */
@NullMarked
package org.fapiaosuite.notification.delivery;

import org.jspecify.annotations.NullMarked;
