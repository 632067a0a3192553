/** A mail server that misbehaves on demand and remembers exactly what it took. */
@NullMarked
package org.fapiaosuite.notification.faultsmtp;

import org.jspecify.annotations.NullMarked;
