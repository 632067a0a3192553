/** Tests of the way from a commit to the broker. */
@NullMarked
package org.fapiaosuite.messaging.outbox;

import org.jspecify.annotations.NullMarked;
