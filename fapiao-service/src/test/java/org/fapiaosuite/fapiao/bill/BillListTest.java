package org.fapiaosuite.fapiao.bill;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.trust.TokenCheck;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** The list of billing records: who sees it, its filters and pages, and what guards its money. */
@QuarkusTest
class BillListTest {

  private static final String BILLS = "/api/v1/bills";

  private final Story story = new Story();

  @Test
  void each_status_has_its_bills() {
    String synchronising = story.awaitBill(story.paidOrder("1.00"), "SYNCHRONISING");
    String invoiceable = story.invoiceableBill("2.00");
    String applied = story.invoiceableBill("3.00");
    story.submitted(applied);
    String issued = story.invoiceableBill("4.00");
    story.issued(issued);
    String held = story.paidOrder("5.00");
    story.held(held, "DISPUTED");
    String blocked = story.awaitBill(held, "BLOCKED");
    Map<String, String> expected =
        Map.of(
            "SYNCHRONISING", synchronising,
            "INVOICEABLE", invoiceable,
            "APPLIED", applied,
            "ISSUED", issued,
            "BLOCKED", blocked);
    assertEquals(BillStatus.values().length, expected.size());
    expected.forEach(
        (status, bill) ->
            story
                .customer()
                .get(BILLS + "?status=" + status)
                .then()
                .statusCode(200)
                .body("items.id", contains(bill))
                .body("items.status", contains(status)));
  }

  @Test
  void all_accounts_of_the_customer_see_them() {
    String bill = story.invoiceableBill("1.00");
    Response read = Story.as(TestTokens.customer(story.customerId)).get(BILLS + "/" + bill);
    read.then().statusCode(200).body("id", equalTo(bill));
    Story.as(TestTokens.customer(story.customerId))
        .header("If-None-Match", read.header("ETag"))
        .get(BILLS + "/" + bill)
        .then()
        .statusCode(304);
    Story.as(TestTokens.customer()).get(BILLS).then().statusCode(200).body("items", empty());
  }

  @Test
  void pages_run_through_the_bills_of_several_customers_without_gap_or_repetition() {
    Story other = new Story();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add((i % 2 == 0 ? story : other).invoiceableBill("1.00"));
    }
    // All were paid at the same moment: the newer id comes first
    List<String> expected = all.stream().sorted((a, b) -> b.compareTo(a)).toList();
    String token = TestTokens.customer(story.customerId, other.customerId);
    List<String> read = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = Story.as(token).get(BILLS + "?limit=2" + cursor);
      read.addAll(page.jsonPath().getList("items.id", String.class));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertEquals(expected, read);
  }

  @Inject AgroalDataSource database;
  @Inject TokenCheck tokens;
  @Inject io.smallrye.jwt.auth.principal.JWTAuthContextInfo trusted;

  @Test
  void a_deadline_and_a_minimum_move_bills_from_one_filter_to_the_other() throws Exception {
    String small = story.invoiceableBill("9.99");
    String enough = story.invoiceableBill("10.00");
    Customer customer = customer();
    Cursor start = Cursor.NEWEST;

    BillList unlimited = bills(Optional.empty(), Optional.empty());
    assertEquals(List.of(enough, small), page(unlimited, customer, BillStatus.INVOICEABLE, start));
    assertEquals(List.of(), page(unlimited, customer, BillStatus.BLOCKED, start));

    BillList minimum = bills(Optional.empty(), Optional.of("10.00"));
    assertEquals(List.of(enough), page(minimum, customer, BillStatus.INVOICEABLE, start));
    assertEquals(List.of(small), page(minimum, customer, BillStatus.BLOCKED, start));

    BillList deadline = bills(Optional.of(90), Optional.of("10.00"));
    assertEquals(List.of(), page(deadline, customer, BillStatus.INVOICEABLE, start));
    assertEquals(List.of(enough, small), page(deadline, customer, BillStatus.BLOCKED, start));
    Cursor afterFirst = new Cursor(Story.PAID_AT, UUID.fromString(enough));
    assertEquals(List.of(small), page(deadline, customer, BillStatus.BLOCKED, afterFirst));
  }

  /** The day after the ninetieth day since the payment. */
  private BillList bills(Optional<Integer> days, Optional<String> minimum) {
    Instant now = Story.PAID_AT.plusSeconds(90 * 86_400 + 1);
    BillPolicy policy = EligibilityTest.policy(days, minimum);
    return new BillList(database, new Eligibility(policy, Clock.fixed(now, ZoneOffset.UTC)));
  }

  private static List<String> page(
      BillList bills, Customer customer, BillStatus status, Cursor from) throws SQLException {
    return bills.page(customer, status, from, 10).stream()
        .map(bill -> bill.id().toString())
        .toList();
  }

  private Customer customer() throws Exception {
    JsonWebToken token =
        tokens.parse(TestTokens.customer(story.accountId, story.customerId), trusted);
    return new Customer(token);
  }

  @Test
  void the_database_itself_refuses_what_must_never_be() {
    String bill = story.invoiceableBill("10.00");
    String id = story.submitted(bill);
    String second =
        "INSERT INTO share_hold SELECT gen_random_uuid(), share_id, application_id, amount_fen, true"
            + " FROM share_hold WHERE application_id = '%s'";
    assertTrue(refusal(second.formatted(id)).contains("one_live_application_per_share"));
    String more = "UPDATE bill SET reserved_fen = reserved_fen + 1 WHERE id = '%s'";
    assertTrue(refusal(more.formatted(bill)).contains("never_more_than_paid"));
  }

  private static String refusal(String sql) {
    return String.valueOf(
        assertThrows(
                SQLException.class,
                () -> {
                  try (Connection connection = Database.connect();
                      Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                  }
                })
            .getMessage());
  }
}
