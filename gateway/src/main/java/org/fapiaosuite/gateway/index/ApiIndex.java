package org.fapiaosuite.gateway.index;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.fapiaosuite.gateway.routing.Routes;
import org.fapiaosuite.gateway.routing.Upstream;
import org.fapiaosuite.gateway.visit.Visit;

/** Tells what there is: the services, their addresses, and where each is described. */
@ApplicationScoped
public class ApiIndex {

  private final Buffer document = document();

  /** Answers {@code GET /api}. */
  public void answer(Visit visit) {
    visit
        .request()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .end(document);
  }

  private static Buffer document() {
    JsonArray services = new JsonArray();
    for (Upstream upstream : Upstream.values()) {
      services.add(
          new JsonObject()
              .put("name", upstream.slug())
              .put("openapi", "/api/openapi/" + upstream.slug())
              .put("paths", new JsonArray(Routes.patternsOf(upstream))));
    }
    return new JsonObject()
        .put("name", "Fapiao suite")
        .put("version", "v1")
        .put("base", "/api/v1")
        .put("openapi", BundledApi.PATH)
        .put("docs", ApiReference.PATH)
        .put("guide", Guide.PATH)
        .put("keys", "/.well-known/jwks.json")
        .put("services", services)
        .toBuffer();
  }
}
