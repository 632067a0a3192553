package org.fapiaosuite.ordersync.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.DriverLog;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** What a request costs in statements, as the driver sends them. */
@QuarkusTest
class StatementCountTest extends ServiceTest {

  @Test
  void an_accepted_push_is_one_statement() {
    PaidOrder paid = PaidOrder.at(NOW);
    push(PaidOrder.at(NOW).push()); // connections are open now

    for (String body : List.of(paid.push(), paid.refund("R-1", "1.00", NOW), paid.push())) {
      SignedPush push = SignedPush.of(body, NOW);
      try (DriverLog log = DriverLog.ofRequests()) {
        push.send().then().statusCode(200);
        assertEquals(List.of(1L), log.statements(), log::toString);
        push.send().then().statusCode(200);
        assertEquals(List.of(1L, 1L), log.statements(), log::toString);
      }
    }
  }

  @Test
  void a_page_of_orders_is_one_statement() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    push(paid.refund("R-1", "1.00", NOW));
    work();
    String token = TestTokens.customer(paid.customer(), "simulator:other");

    // When
    for (String path : List.of("", "?limit=1", '/' + paid.orderNumber(), "/E-ABSENT")) {
      try (DriverLog log = DriverLog.ofRequests()) {
        given().auth().oauth2(token).get("/api/v1/orders" + path);

        // Then
        assertEquals(List.of(1L), log.statements(), path + log);
      }
    }
  }
}
