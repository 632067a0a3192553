/** Kafka as a child process: one node that is broker and controller, with the suite's topics. */
@NullMarked
package org.fapiaosuite.local.kafka;

import org.jspecify.annotations.NullMarked;
