/** Tests of the effect that each event has once. */
@NullMarked
package org.fapiaosuite.messaging.inbox;

import org.jspecify.annotations.NullMarked;
