/** Tests of the events that were set aside. */
@NullMarked
package org.fapiaosuite.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
