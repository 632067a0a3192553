/**
 * Tells other services what happened and hears what happened there, so that no event is lost and
 * none has its effect twice: a transactional outbox and inbox over Kafka, without a domain word.
 */
@NullMarked
package org.fapiaosuite.messaging;

import org.jspecify.annotations.NullMarked;
