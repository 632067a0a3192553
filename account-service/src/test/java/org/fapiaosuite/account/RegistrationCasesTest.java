package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.CaseFile.Case;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernel's cases say of order numbers and e-mail addresses, asked of a registration. */
@QuarkusTest
class RegistrationCasesTest {

  @ParameterizedTest
  @MethodSource
  void an_order_number_is_kept_as_its_case_says(Case number) {
    String email = Story.mailbox("cases");

    Response answer = register(CaseFile.json(number.input()), CaseFile.json(email));

    if (number.isAccepted()) {
      assertEquals(202, answer.statusCode(), answer.asString());
      assertEquals(
          number.normal(),
          Database.query("SELECT order_number FROM registration WHERE email = '" + email + "'"));
    } else {
      assertRefused("orderNumber", answer);
    }
  }

  static Stream<Case> an_order_number_is_kept_as_its_case_says() {
    return CaseFile.cases("order-numbers.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void an_email_address_is_kept_as_its_case_says(Case address) {
    String order = Story.orderNumber();

    Response answer = register(CaseFile.json(order), CaseFile.json(address.input()));

    if (address.isAccepted()) {
      assertEquals(202, answer.statusCode(), answer.asString());
      assertEquals(
          address.normal(),
          Database.query("SELECT email FROM registration WHERE order_number = '" + order + "'"));
    } else {
      assertRefused("email", answer);
    }
  }

  static Stream<Case> an_email_address_is_kept_as_its_case_says() {
    return CaseFile.cases("emails.tsv");
  }

  private static void assertRefused(String field, Response answer) {
    assertEquals(422, answer.statusCode(), answer.asString());
    assertEquals(field, Json.of(answer).at("/violations/0/field").asText());
  }

  private static Response register(String orderNumber, String email) {
    return Story.from(Story.anywhere())
        .body(
            "{\"orderNumber\":%s,\"email\":%s,\"password\":\"a fine long day\",\"locale\":\"en\"}"
                .formatted(orderNumber, email))
        .post("/api/v1/registrations");
  }
}
