/** The mailbox: an SMTP server that delivers to nobody, and pages and JSON that show what came. */
@NullMarked
package org.fapiaosuite.local.mailbox;

import org.jspecify.annotations.NullMarked;
