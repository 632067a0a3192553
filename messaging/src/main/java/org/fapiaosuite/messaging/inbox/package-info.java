/** Lets each event have its effect once, however often and in whatever order Kafka brings it. */
@NullMarked
package org.fapiaosuite.messaging.inbox;

import org.jspecify.annotations.NullMarked;
