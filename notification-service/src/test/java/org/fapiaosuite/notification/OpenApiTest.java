package org.fapiaosuite.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed description of the API is the one that the build makes. When it differs on purpose:
 * {@code cp target/openapi/openapi.yaml openapi.yaml}, and look at the difference.
 */
@QuarkusTest
class OpenApiTest extends NotificationTest {

  @Test
  void the_committed_description_is_up_to_date() throws IOException {
    assertEquals(
        Files.readString(Path.of("target/openapi/openapi.yaml")),
        Files.readString(Path.of("openapi.yaml")));
  }
}
