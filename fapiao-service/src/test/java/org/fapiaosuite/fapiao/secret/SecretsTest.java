package org.fapiaosuite.fapiao.secret;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** Who may ask for secrets. */
@QuarkusTest
class SecretsTest {

  private final Story story = new Story();

  @Test
  void only_services_may_ask_for_secrets() {
    Map<String, String> body = Map.of("kind", "PICKUP_CODE", "subjectId", "x");
    story.customer().body(body).post("/internal/secrets").then().statusCode(403);
    Story.staff("ADMIN").body(body).post("/internal/secrets").then().statusCode(403);
    Story.as(TestTokens.service("notification-service", "account-service"))
        .body(body)
        .post("/internal/secrets")
        .then()
        .statusCode(401);
    Story.as(TestTokens.with(Map.of("sub", "x", "groups", List.of("SERVICE"))))
        .body(body)
        .post("/internal/secrets")
        .then()
        .statusCode(401);
    Story.as(TestTokens.service("notification-service", "fapiao-service"))
        .get("/api/v1/bills")
        .then()
        .statusCode(403);
  }
}
