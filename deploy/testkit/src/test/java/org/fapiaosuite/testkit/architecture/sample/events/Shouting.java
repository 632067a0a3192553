package org.fapiaosuite.testkit.architecture.sample.events;

import jakarta.transaction.Transactional;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Tells the broker what may yet be rolled back. */
class Shouting {
  @Transactional
  void pay(Emitter<String> emitter) {
    emitter.send("paid");
  }
}
