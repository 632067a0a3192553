package org.fapiaosuite.gateway.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends callers to another copy before this one ends: from then on each answer ends its connection.
 * A listener that stops under a connection in use would lose the request that is just coming.
 */
@ApplicationScoped
class Farewell {
  private volatile boolean said;

  /** The copy will end after {@code quarkus.shutdown.delay}. */
  void say(@Observes ShutdownDelayInitiatedEvent ending) {
    said = true;
  }

  /** Has the answer end its connection, if this copy is about to end. */
  void tell(HttpServerRequest request) {
    if (said) {
      request
          .response()
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .endHandler(answered -> request.connection().close());
    }
  }
}
