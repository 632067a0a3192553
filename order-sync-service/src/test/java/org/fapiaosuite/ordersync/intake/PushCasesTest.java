package org.fapiaosuite.ordersync.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.CaseFile.Case;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernel's cases say of order numbers, asked of a push. */
@QuarkusTest
class PushCasesTest extends ServiceTest {

  @ParameterizedTest
  @MethodSource
  void an_order_number_is_kept_as_its_case_says(Case number) {
    PaidOrder paid = PaidOrder.at(NOW).withNumber(inJson(number.input()));

    SignedPush push = SignedPush.of(paid.push(), NOW);
    int status = push.send().statusCode();
    work();

    assertEquals(number.isAccepted() ? 2 : 4, status / 100);
    assertEquals(
        number.isAccepted() ? number.normal() : "",
        Database.query("SELECT order_number FROM orders"));
  }

  static Stream<Case> an_order_number_is_kept_as_its_case_says() {
    return CaseFile.cases("order-numbers.tsv");
  }

  @Test
  void an_order_is_found_by_its_number_in_any_case() {
    PaidOrder paid = PaidOrder.at(NOW).withNumber("e0700k3m9q");
    push(paid.push());
    push(PaidOrder.at(NOW).withNumber("other").push());
    work();

    given()
        .auth()
        .oauth2(TestTokens.customer(paid.customer()))
        .get("/api/v1/orders/E0700k3M9q")
        .then()
        .statusCode(200)
        .body("orderNumber", equalTo("E0700K3M9Q"));
  }

  @Test
  void a_payers_address_has_one_form() {
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push().replace("finance@contoso.example", " Finance@Contoso.EXAMPLE "));
    work();

    assertEquals("Finance@contoso.example", Database.query("SELECT payer_email FROM orders"));
  }

  private static String inJson(String text) {
    String quoted = CaseFile.json(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
