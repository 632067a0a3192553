package org.fapiaosuite.testkit.architecture.sample.events;

import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** The same by annotation. */
class Returning {
  @Outgoing("order-events")
  String pay() {
    return "paid";
  }
}
