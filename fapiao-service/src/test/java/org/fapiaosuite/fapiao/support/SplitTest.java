package org.fapiaosuite.fapiao.support;

import static org.fapiaosuite.fapiao.Story.cny;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bill, several titles. */
@QuarkusTest
class SplitTest {

  private static final String CASES = "/api/v1/support-cases";
  private static final String CENTRE = "/api/v1/service-centre/support-cases/";

  private final Story story = new Story();

  @Test
  void a_bill_is_split_into_three_titles_and_each_is_issued() {
    // Given
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    String id =
        split(bill, "400.00", "400.01", "469.99").then().statusCode(201).extract().path("id");
    story.bill(bill);

    // When
    Response approved = approve(id);

    // Then
    approved.then().statusCode(200).body("status", equalTo("WAITING_FOR_CUSTOMER"));
    List<String> drafts = approved.jsonPath().getList("split.applicationId");
    for (String draft : drafts) {
      story
          .customer()
          .get(Story.APPLICATIONS + "/" + draft)
          .then()
          .body("status", equalTo("DRAFT"))
          .body("delivery.method", equalTo("PICKUP"))
          .body("warnings.code", hasItem("delivery-assumed"));
      story.confirm(draft).then().statusCode(200);
      staff("CLERK").post(Story.DESK + "/" + draft + "/acceptance").then().statusCode(200);
      Story.issue(draft, Story.number()).then().statusCode(200);
    }
    assertEquals("ISSUED", story.bill(bill).getString("status"));
    assertEquals("0.00", story.bill(bill).getString("invoiceableAmount.value"));
    story
        .customer()
        .get(CASES + "/" + id)
        .then()
        .body("split.amount.value", contains("400.00", "400.01", "469.99"))
        .body("fapiaoIds.size()", equalTo(3));
  }

  @Test
  void a_share_is_kept_for_its_title() {
    // Given
    String bill = story.invoiceableBill("30.00");
    approve(split(bill, "10.00", "20.00").path("id")).then().statusCode(200);

    // When
    Response stranger = story.customer().body(Story.request(bill)).post(Story.APPLICATIONS);

    // Then
    stranger.then().statusCode(409).body("type", equalTo("urn:fapiaosuite:problem:other-title"));
  }

  @Test
  void drafts_are_as_the_last_application_was_where_the_title_allows() {
    // Given
    story.submitted(story.invoiceableBill("5.00"));

    // When
    Response approved = approve(split(story.invoiceableBill("30.00"), "10.00", "20.00").path("id"));

    // Then
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + approved.path("split[0].applicationId"))
        .then()
        .body("delivery.method", equalTo("SF_COLLECT"))
        .body("buyer.name", equalTo("王小一"))
        .body("warnings.size()", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1269.99", "1270.01", "1270.00"})
  void parts_that_do_not_add_up_to_the_fen_are_refused(String first) {
    String bill = story.invoiceableBill("1270.00");

    split(bill, first, "0.01").then().statusCode(first.equals("1269.99") ? 201 : 422);
  }

  @Test
  void parts_of_nothing_and_a_single_one_are_refused() {
    String bill = story.invoiceableBill("10.00");

    split(bill, "10.00", "0.00")
        .then()
        .statusCode(422)
        .body("violations.field", contains("split[1].amount"));
    split(bill, "10.00").then().statusCode(422).body("violations.field", contains("split"));
  }

  @Test
  void what_cannot_be_applied_for_cannot_be_split() {
    String bill = story.awaitBill(story.paidOrder("10.00"), "SYNCHRONISING");

    split(bill, "4.00", "6.00").then().statusCode(409).body("state", equalTo("SETTLEMENT_WINDOW"));
  }

  @Test
  void a_refund_before_the_approval_makes_another_split_due() {
    // Given
    String order = story.paidOrder("10.00");
    String id = split(story.invoiceable(order), "4.00", "6.00").path("id");
    story.refunded(order, "1.00");
    story.awaitBill(order, "invoiceableAmount.value", "9.00");

    // When
    Response approved = approve(id);

    // Then
    approved.then().statusCode(409).body("type", equalTo("urn:fapiaosuite:problem:split-changed"));
    story.customer().get(CASES + "/" + id).then().body("status", equalTo("OPEN"));
  }

  @Test
  void parallel_approvals_split_once() throws Exception {
    // Given
    String bill = story.invoiceableBill("10.00");
    String id = split(bill, "4.00", "6.00").path("id");
    List<Callable<Integer>> approvals = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      approvals.add(() -> approve(id).statusCode());
    }

    // When
    ExecutorService leads = Executors.newFixedThreadPool(16);
    List<Integer> answers = new ArrayList<>();
    try {
      for (Future<Integer> answer : leads.invokeAll(approvals)) {
        answers.add(answer.get());
      }
    } finally {
      leads.shutdown();
    }

    // Then
    assertEquals(16, answers.stream().filter(status -> status == 200).count(), answers.toString());
    assertEquals(
        "2 1000",
        Database.query(
            "SELECT count(*) || ' ' || sum(amount_fen) FROM bill_share WHERE amount_fen > 0"
                + " AND bill_id = '"
                + bill
                + "'"));
    assertEquals(
        "2",
        Database.query(
            "SELECT count(*) FROM application WHERE account_id = '" + story.accountId + "'"));
  }

  private Response split(String bill, String... amounts) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      Map<String, Object> title = Map.of("titleType", "INDIVIDUAL", "name", "王小" + "一二三".charAt(i));
      parts.add(Map.of("amount", cny(amounts[i]), "title", title));
    }
    return story
        .customer()
        .body(Map.of("kind", "SPLIT", "billId", bill, "text", "Please split it.", "split", parts))
        .post(CASES);
  }

  private static Response approve(String id) {
    return staff("LEAD").body(Map.of("approve", true)).post(CENTRE + id + "/approval");
  }
}
