/** Keeps events that could not have their effect, for a later try or for staff to decide on. */
@NullMarked
package org.fapiaosuite.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
