package org.fapiaosuite.testkit.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Puts the module's {@code openapi.yaml} between every test and its service; Quarkus finds this by
 * itself. A module without the file describes no API.
 */
public final class EveryExchangeIsDescribed implements QuarkusTestBeforeEachCallback {
  static final Path DOCUMENT = Path.of("openapi.yaml");
  private static @Nullable DescribedApi api;

  @Override
  public void beforeEach(QuarkusTestMethodContext test) {
    if (Files.exists(DOCUMENT)) {
      RestAssured.replaceFiltersWith(api());
    }
  }

  private static synchronized DescribedApi api() {
    if (api == null) {
      try {
        api = DescribedApi.in(DOCUMENT, new AnsweredStatuses(AnsweredStatuses.FILE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return api;
  }
}
