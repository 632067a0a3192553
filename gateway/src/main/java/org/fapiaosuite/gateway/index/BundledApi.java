package org.fapiaosuite.gateway.index;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.fapiaosuite.gateway.visit.Visit;

/** The whole API as one OpenAPI document, which the build makes of those of the services. */
@ApplicationScoped
public class BundledApi {

  /** Where it is. */
  public static final String PATH = "/api/openapi.yaml";

  private final Buffer document = Buffer.buffer(read("openapi.yaml"));

  /** Answers a GET or HEAD for {@link #PATH}. */
  public void answer(Visit visit) {
    visit
        .request()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .end(document);
  }

  /** What the build made. */
  static byte[] read(String file) {
    ClassLoader packaged = Thread.currentThread().getContextClassLoader();
    try (InputStream in = packaged.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build made no " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
