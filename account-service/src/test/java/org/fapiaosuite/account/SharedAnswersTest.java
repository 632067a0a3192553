package org.fapiaosuite.account;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.fapiaosuite.testkit.answers.SharedAnswers;

/** This service signs and believes with one key, known by its thumbprint. */
@QuarkusTest
class SharedAnswersTest extends SharedAnswers {

  @Override
  protected String keyId() {
    return RestAssured.get("/.well-known/jwks.json").path("keys[0].kid");
  }
}
