package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** notification-service asks for the codes of many orders at once. */
@QuarkusTest
class ClaimCodesTest {

  @Inject PaidOrders orders;

  @Test
  void known_orders_have_the_code_that_each_has_alone_and_unknown_ones_none() {
    // Given
    String one = Story.orderNumber();
    String other = Story.orderNumber();
    Story.paid(one, "simulator:codes", Story.mailbox("one"));
    Story.paid(other, "simulator:codes", Story.mailbox("other"));
    String codeOfOne = Story.claimCode(one);
    String codeOfOther = Story.claimCode(other);
    String inSmallLetters = other.toLowerCase(Locale.ROOT);

    // When
    Response answer = mint(List.of(one, inSmallLetters, "E-UNKNOWN"));

    // Then
    answer.then().statusCode(200).header("Cache-Control", "no-store");
    assertEquals(
        Map.of(one, codeOfOne, inSmallLetters, codeOfOther), answer.jsonPath().getMap("codes"));
  }

  @Test
  void a_code_that_was_minted_among_others_proves_a_claim() {
    // Given
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:proven", Story.mailbox("payer"));
    String code = mint(List.of(order)).jsonPath().getString("codes." + order);
    String claimant = Story.mailbox("claimant");

    // When
    Story.register(Map.of("orderNumber", order, "email", claimant, "claimCode", code))
        .then()
        .statusCode(202);
    Story.activate(Story.activationToken(claimant)).then().statusCode(204);

    // Then
    Story.signIn(claimant, Story.PASSWORD).then().statusCode(201);
    assertEquals(1, Story.events("account.customer-linked.v1", order).size());
  }

  @Test
  void a_payer_who_is_forgotten_while_the_code_is_minted_stays_forgotten() throws Exception {
    // Given
    String order = Story.orderNumber();
    String payer = Story.mailbox("payer");
    Story.paid(order, "simulator:forgotten", payer);
    await().until(() -> paidOrder(order, "count(*)").equals("1"));
    QuarkusTransaction.begin();
    orders.forgetPayer(new EmailAddress(payer));

    // When
    CompletableFuture<Response> minted =
        CompletableFuture.supplyAsync(() -> Story.mint("CLAIM_CODE", order));
    await().until(ClaimCodesTest::somebodyWaitsForTheOrder);
    QuarkusTransaction.commit();
    minted.get(1, TimeUnit.MINUTES).then().statusCode(200);

    // Then
    assertEquals(
        "0 false",
        paidOrder(
            order,
            "num_nonnulls(payer_name, payer_email, payer_email_key)"
                + " || ' ' || (claim_code_hash IS NULL)"));
  }

  @Test
  void none_and_more_than_a_hundred_are_refused() {
    mint(List.of()).then().statusCode(422);
    mint(Collections.nCopies(101, "E1")).then().statusCode(422);
  }

  @Test
  void nobody_but_a_service_gets_codes() {
    String customer = Story.accessToken(Story.activeCustomer("simulator:curious-too"));
    Story.as(customer)
        .body(Map.of("orderNumbers", List.of("E1")))
        .post("/internal/secrets/claim-codes")
        .then()
        .statusCode(403);
  }

  private static String paidOrder(String order, String what) {
    return Database.query(
        "SELECT " + what + " FROM paid_order WHERE order_number = '" + order + "'");
  }

  private static boolean somebodyWaitsForTheOrder() {
    return Database.query(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND datname = current_database() AND query ILIKE '%update paid_order%'")
        .equals("1");
  }

  private static Response mint(List<String> orderNumbers) {
    return Story.as(TestTokens.service("notification-service", "account-service"))
        .body(Map.of("orderNumbers", orderNumbers))
        .post("/internal/secrets/claim-codes");
  }
}
