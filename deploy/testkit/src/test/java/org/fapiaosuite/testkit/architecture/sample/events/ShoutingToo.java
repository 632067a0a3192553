package org.fapiaosuite.testkit.architecture.sample.events;

import io.smallrye.reactive.messaging.MutinyEmitter;

/** The same with the other emitter. */
class ShoutingToo {
  void pay(MutinyEmitter<String> emitter) {
    emitter.sendAndAwait("paid");
  }
}
