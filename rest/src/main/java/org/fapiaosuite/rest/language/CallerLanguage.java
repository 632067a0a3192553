package org.fapiaosuite.rest.language;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of whoever is being answered right now. */
@ApplicationScoped
public class CallerLanguage {

  private final CurrentVertxRequest request;

  CallerLanguage(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The same for who is no bean; English outside of an application, as in a plain test. */
  public static Locale current() {
    ArcContainer container = Arc.container();
    return container == null
        ? Locale.ENGLISH
        : container.instance(CallerLanguage.class).get().locale();
  }

  /** The served language the running request prefers; English outside of a request. */
  public Locale locale() {
    if (!Arc.container().requestContext().isActive()) {
      return Locale.ENGLISH;
    }
    RoutingContext current = request.getCurrent();
    return current == null
        ? Locale.ENGLISH
        : Languages.best(current.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
