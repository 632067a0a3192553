/** A mail server that misbehaves on demand and remembers exactly what it took. */
@NullMarked
package org.fapiaosuite.testkit.smtp;

import org.jspecify.annotations.NullMarked;
