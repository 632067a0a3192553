/** The place that a copy of a service has in its consumer groups. */
@NullMarked
package org.fapiaosuite.messaging.membership;

import org.jspecify.annotations.NullMarked;
