package org.fapiaosuite.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Logger;
import org.fapiaosuite.gateway.edge.EdgeServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Links in mails carry their token in the fragment, which browsers keep to themselves. Somebody's
 * program may send it nevertheless, in a target that is refused or in a query.
 */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class TokensInLogsTest {

  private static final String CLIENT = "127.0.4.3";
  private static final String TOKEN = "s3cr3t-t0k3n";
  private static final String BROWSER = "Accept: text/html";

  @Inject EdgeServer edge;

  @RegisterExtension final HeardLog log = new HeardLog();

  @ParameterizedTest
  @CsvSource({
    "/activate#token=, 400",
    "/activate?token=, 200",
    "/claims?token=, 200",
    "/activate/x.js?token=, 404",
    "/api/v1/nothing?token=, 404",
    "/api/v1/bills/drop?token=, 502",
    "/api/v1/notifications?token=, 503"
  })
  void a_token_in_an_address_is_not_written_down(String target, int status) throws IOException {
    // Given
    String control = "heard " + target;

    // When
    Logger.getLogger("org.fapiaosuite.gateway.test").info(control);
    RawAnswer answer = RawClient.get(edge.port(), CLIENT, target + TOKEN, BROWSER);

    // Then
    assertEquals(status, answer.status());
    assertTrue(log.text().contains(control), log.text());
    assertFalse(log.text().contains(TOKEN), log.text());
    assertFalse(answer.toString().contains(TOKEN), answer.toString());
  }
}
