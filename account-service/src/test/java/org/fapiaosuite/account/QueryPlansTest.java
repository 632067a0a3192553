package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Hibernate parses a query once and remembers it. A query whose key is equal to no other is parsed
 * at each call, and pushes the others out of the cache.
 */
@QuarkusTest
class QueryPlansTest {

  private static final int WARM_UP = 3;
  private static final int CUSTOMERS = 30;

  @Inject EntityManagerFactory factory;

  @BeforeEach
  void everyQueryWasAskedOnce() {
    serve(WARM_UP);
  }

  @Test
  void the_same_queries_are_parsed_once() {
    int before = plans();

    serve(CUSTOMERS);

    assertEquals(before, plans(), "query plans after " + CUSTOMERS + " more customers");
  }

  private int plans() {
    return factory
        .unwrap(SessionFactoryImplementor.class)
        .getQueryEngine()
        .getInterpretationCache()
        .getNumberOfCachedQueryPlans();
  }

  /** From the order to a password of their own, some 30 calls and events each. */
  private static void serve(int customers) {
    for (int i = 0; i < customers; i++) {
      String email = Story.activeCustomer("simulator:plans-" + i);
      Story.signIn(email, "not the password").then().statusCode(401);
      String token = Story.accessToken(email);
      Story.as(token).get("/api/v1/account").then().statusCode(200);
      Story.as(token).get("/api/v1/sessions").then().statusCode(200);
      Story.as(token)
          .body(Map.of("orderNumber", Story.orderNumber()))
          .post("/api/v1/account/orders")
          .then()
          .statusCode(202);
      Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
      Story.as(token).delete("/api/v1/sessions/current").then().statusCode(204);
    }
  }
}
