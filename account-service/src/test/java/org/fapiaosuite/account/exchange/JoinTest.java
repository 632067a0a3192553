package org.fapiaosuite.account.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.fapiaosuite.account.Story;
import org.junit.jupiter.api.Test;

/** Somebody who registered here and signs in elsewhere with the same address. */
@QuarkusTest
class JoinTest {

  @Test
  void issuers_word_alone_opens_no_registered_account() {
    String email = Story.activeCustomer("simulator:registered");
    String registered = idOf(Story.accessToken(email));

    String exchanged = idOf(Exchange.accessToken(claims(email)));

    assertNotEquals(registered, exchanged);
    assertEquals(registered, idOf(Story.accessToken(email)), "the password is of the registered");
  }

  @Test
  void owners_word_joins_both() {
    // Given
    String email = Story.activeCustomer("simulator:joined");
    String owner = Story.accessToken(email);
    String registered = idOf(owner);
    String apart = Exchange.accessToken(claims(email));

    // When
    join(owner, TestIssuer.token(claims(email))).then().statusCode(204);

    // Then
    Map<String, Object> claims = claims(email);
    claims.put("customer_id", "named");
    String joined = Exchange.accessToken(claims);
    Story.as(joined)
        .get("/api/v1/account")
        .then()
        .statusCode(200)
        .body("id", equalTo(registered))
        .body("customerIds", hasItems("simulator:joined", "simulator:named"));
    Story.as(apart).get("/api/v1/account").then().statusCode(401);
    assertEquals(
        1,
        Story.event("account.epoch-raised.v1", Exchange.content(apart).getString("sub"))
            .getInt("epoch"));
    Story.as(owner).get("/api/v1/account").then().statusCode(200);
  }

  @Test
  void claims_of_the_account_apart_come_along() {
    String email = Story.mailbox("claims");
    String order = Story.orderNumber();
    Story.paid(order, "simulator:claimed", Story.mailbox("colleague"));
    String code = Story.claimCode(order);
    String apart = Exchange.accessToken(claims(email));
    Story.as(apart)
        .body(Map.of("orderNumber", order, "claimCode", code))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(202);
    Story.event("account.customer-linked.v1", order);
    register(email);
    String owner = Story.accessToken(email);

    join(owner, TestIssuer.token(claims(email))).then().statusCode(204);

    Story.as(owner)
        .get("/api/v1/account")
        .then()
        .body("customerIds", hasItems("simulator:claimed"));
  }

  @Test
  void erasing_the_registered_account_erases_what_it_took_over() {
    String email = Story.activeCustomer("simulator:both");
    String owner = Story.accessToken(email);
    String apart = idOf(Exchange.accessToken(claims(email)));
    join(owner, TestIssuer.token(claims(email))).then().statusCode(204);

    Story.as(owner).delete("/api/v1/account").then().statusCode(204);

    assertNotNull(Story.event("account.erased.v1", apart));
    assertNotEquals(idOf(owner), Exchange.content(Exchange.accessToken(claims(email))).get("sub"));
  }

  @Test
  void joining_again_changes_nothing() {
    String owner = Story.accessToken(Story.activeCustomer("simulator:twice"));
    String email = Story.as(owner).get("/api/v1/account").path("email");

    join(owner, TestIssuer.token(claims(email))).then().statusCode(204);
    join(owner, TestIssuer.token(claims(email))).then().statusCode(204);
  }

  @Test
  void another_address_or_an_account_without_password_is_not_joined() {
    String email = Story.activeCustomer("simulator:careful");
    String owner = Story.accessToken(email);
    join(owner, TestIssuer.token(claims(Story.mailbox("stranger"))))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:conflict"));

    String apart = Exchange.accessToken(claims(email));
    join(apart, TestIssuer.token(claims(email))).then().statusCode(409);
  }

  @Test
  void a_token_that_is_not_taken_joins_nothing() {
    String email = Story.activeCustomer("simulator:forged");
    String owner = Story.accessToken(email);
    String spent = TestIssuer.token(claims(email));
    Exchange.of(spent).then().statusCode(200);

    for (String token : new String[] {"x", spent}) {
      join(owner, token)
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:fapiaosuite:problem:token-not-taken"));
    }
  }

  private static Response join(String accessToken, String subjectToken) {
    return Story.as(accessToken)
        .body(Map.of("subjectToken", subjectToken))
        .post("/api/v1/account/issuers");
  }

  private static void register(String email) {
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:" + order, email);
    Story.register(order, email).then().statusCode(202);
    Story.activate(Story.activationToken(email)).then().statusCode(204);
  }

  private static String idOf(String accessToken) {
    return Exchange.content(accessToken).getString("sub");
  }

  private static Map<String, Object> claims(String email) {
    return TestIssuer.claims(TestIssuer.customers(), email);
  }
}
