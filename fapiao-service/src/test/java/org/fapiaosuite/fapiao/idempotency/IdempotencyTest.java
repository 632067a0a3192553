package org.fapiaosuite.fapiao.idempotency;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** What a key does while its first request runs, for whom it counts, and how often. */
@QuarkusTest
class IdempotencyTest {

  private final Story story = new Story();

  @Test
  void a_key_whose_request_is_in_flight_is_refused_and_free_again_when_that_failed()
      throws SQLException {
    String bill = story.invoiceableBill("10.00");
    try (Connection first = Database.connect();
        PreparedStatement lock =
            first.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 0))")) {
      first.setAutoCommit(false);
      lock.setString(1, story.accountId.toString());
      lock.setString(2, "key");
      lock.execute();
      create(bill)
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:fapiaosuite:problem:request-in-flight"));
      first.rollback();
    }
    create(bill).then().statusCode(201);
    assertEquals("1", applications());
  }

  @Test
  void a_confirmation_under_a_key_is_answered_again_also_when_it_is_past() {
    String id = story.draft(Story.request(story.invoiceableBill("10.00")));
    Response first = confirm(id);
    first.then().statusCode(200).body("status", equalTo("SUBMITTED"));
    Story.staff("CLERK").post(Story.DESK + "/" + id + "/acceptance").then().statusCode(200);
    Response again = confirm(id);
    assertEquals(200, again.statusCode());
    assertEquals(first.asString(), again.asString());
    story.confirm(id).then().statusCode(409);
  }

  @Test
  void a_key_confirms_one_application() {
    confirm(story.draft(Story.request(story.invoiceableBill("10.00")))).then().statusCode(200);

    confirm(story.draft(Story.request(story.invoiceableBill("10.00"))))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:fapiaosuite:problem:idempotency-key-reused"));
  }

  @Test
  void a_refused_request_is_tried_afresh_under_its_key() {
    String order = story.paidOrder("10.00");
    String bill = story.awaitBill(order, "SYNCHRONISING");
    create(bill).then().statusCode(409);
    story.invoiceable(order);
    create(bill).then().statusCode(201);
  }

  @Test
  void a_key_counts_for_its_account_alone() {
    create(story.invoiceableBill("10.00")).then().statusCode(201);
    Story other = new Story();
    other
        .customer()
        .header("Idempotency-Key", "key")
        .body(Story.request(other.invoiceableBill("10.00")))
        .post(APPLICATIONS)
        .then()
        .statusCode(201);
  }

  @Test
  void a_key_is_given_once() {
    for (List<String> keys : List.of(List.of("a", "b"), List.of(""), List.of("k".repeat(300)))) {
      var request = story.customer().body(Map.of());
      keys.forEach(key -> request.header("Idempotency-Key", key));
      String bill = story.invoiceableBill("10.00");
      request
          .body(Story.request(bill))
          .post(APPLICATIONS)
          .then()
          .statusCode(422)
          .body("violations[0].field", equalTo("Idempotency-Key"));
    }
    assertEquals("0", applications());
  }

  private String applications() {
    return Database.query(
        "SELECT count(*) FROM application WHERE customer_id = '" + story.customerId + "'");
  }

  private Response create(String bill) {
    return story
        .customer()
        .header("Idempotency-Key", "key")
        .body(Story.request(bill))
        .post(APPLICATIONS);
  }

  private Response confirm(String id) {
    return story
        .customer()
        .header("Idempotency-Key", "key")
        .post(APPLICATIONS + "/" + id + "/confirmation");
  }
}
