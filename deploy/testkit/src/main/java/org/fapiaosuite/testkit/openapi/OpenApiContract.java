package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a module's OpenApiTest, a {@code QuarkusTest}, implements. */
public interface OpenApiContract {

  /**
   * The committed description of the API is the one that the build makes. When it differs on
   * purpose: {@code cp target/openapi/openapi.yaml openapi.yaml}, and look at the difference.
   */
  @Test
  default void theCommittedDescriptionIsUpToDate() throws IOException {
    assertEquals(
        Files.readString(Path.of("target/openapi/openapi.yaml")),
        Files.readString(EveryExchangeIsDescribed.DOCUMENT));
  }

  @Test
  default void everyExchangeOfTheTestsIsHeldAgainstIt() {
    assertTrue(RestAssured.filters().stream().anyMatch(DescribedApi.class::isInstance));
  }
}
