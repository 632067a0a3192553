/** Tests of the outbox and inbox against a real database and broker. */
@NullMarked
package org.fapiaosuite.messaging;

import org.jspecify.annotations.NullMarked;
