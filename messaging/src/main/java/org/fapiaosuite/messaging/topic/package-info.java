/** What the topics of a service must be like. */
@NullMarked
package org.fapiaosuite.messaging.topic;

import org.jspecify.annotations.NullMarked;
