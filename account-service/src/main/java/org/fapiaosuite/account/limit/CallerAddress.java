package org.fapiaosuite.account.limit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The network address of the running caller, as the gateway told it. */
@ApplicationScoped
public class CallerAddress {

  private final CurrentVertxRequest request;

  CallerAddress(CurrentVertxRequest request) {
    this.request = request;
  }

  /** An IPv4 or IPv6 address in text. */
  public String get() {
    return request.getCurrent().request().remoteAddress().hostAddress();
  }
}
