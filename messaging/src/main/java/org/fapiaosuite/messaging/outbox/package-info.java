/** Writes events down in the transaction of the change they tell of, and carries them to Kafka. */
@NullMarked
package org.fapiaosuite.messaging.outbox;

import org.jspecify.annotations.NullMarked;
