/**
 * Handing a mail to the mail server (RFC 5321), knowing at every moment whether the server may
 * already have taken it.
 */
@NullMarked
package org.fapiaosuite.notification.smtp;

import org.jspecify.annotations.NullMarked;
