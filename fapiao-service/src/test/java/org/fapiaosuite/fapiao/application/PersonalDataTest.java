package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bank accounts and persons' ids: who reads them, and that no table holds them in clear. */
@QuarkusTest
class PersonalDataTest {

  private static final String PERSON = "11010519491231002X";

  private final Story story = new Story();
  private final String account = "6222%012d".formatted(Story.next());

  @ParameterizedTest(name = "{0}")
  @CsvSource({"CLERK, true", "LEAD, true", "ADMIN, false", "AUDITOR, false"})
  void staff_reads_what_its_work_needs(String role, boolean whole) {
    String id = submitted();
    String last = account.substring(account.length() - 4);
    String shownAccount = whole ? account : "****" + last;
    String shownId = whole ? PERSON : "****002X";
    Story.staff(role)
        .get(DESK + "/" + id)
        .then()
        .statusCode(200)
        .body("buyer.bankAccount", equalTo(shownAccount))
        .body("buyer.taxpayerId", equalTo(shownId));
    Story.staff(role)
        .get(DESK + "?limit=100&status=SUBMITTED")
        .then()
        .statusCode(200)
        .body("items.findAll { it.id == '" + id + "' }.buyer.bankAccount", contains(shownAccount))
        .body("items.findAll { it.id == '" + id + "' }.buyer.taxpayerId", contains(shownId));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ADMIN", "AUDITOR", "SUPPORT", "CUSTOMER"})
  void who_does_not_work_the_queue_moves_nothing(String role) {
    String id = submitted();
    Story.staff(role).post(DESK + "/" + id + "/acceptance").then().statusCode(403);
    assertEquals("SUBMITTED", story.application(id).getString("status"));
  }

  @Test
  void a_draft_is_nobodys_business_but_the_customers() {
    String id = story.draft(request());
    for (String role : List.of("CLERK", "LEAD", "ADMIN", "AUDITOR")) {
      Story.staff(role).get(DESK + "/" + id).then().statusCode(404);
    }
  }

  @Test
  void no_table_holds_them_in_clear() throws SQLException {
    String id = submitted();
    Map<String, Object> title = new HashMap<>(buyer());
    story.customer().body(title).post("/api/v1/titles").then().statusCode(201);
    Story.staff("CLERK").post(DESK + "/" + id + "/acceptance").then().statusCode(200);
    story
        .customer()
        .get(APPLICATIONS + "/" + id)
        .then()
        .body("buyer.bankAccount", equalTo(account))
        .body("buyer.taxpayerId", equalTo(PERSON));
    List<String> tables = new ArrayList<>();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      ResultSet names =
          statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    assertTrue(tables.containsAll(List.of("application", "title", "idempotent_answer", "outbox")));
    for (String table : tables) {
      for (String secret : List.of(account, PERSON)) {
        assertEquals("0", rowsWith(table, secret), table);
      }
    }
    assertEquals("1", rowsWith("application", id), "the search finds what is there");
  }

  /** Rows in which a text stands as it is, or as bytes. */
  private static String rowsWith(String table, String text) {
    return Database.query(
        """
        SELECT count(*) FROM "%s" x
        WHERE strpos(x::text, '%s') + strpos(x::text, encode('%s', 'hex')) > 0
        """
            .formatted(table, text, text));
  }

  private String submitted() {
    String id =
        story
            .customer()
            .header("Idempotency-Key", "personal")
            .body(request())
            .post(APPLICATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    story.confirm(id).then().statusCode(200);
    return id;
  }

  private Map<String, Object> request() {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("buyer", buyer());
    return request;
  }

  private Map<String, Object> buyer() {
    return Map.of(
        "titleType", "INDIVIDUAL",
        "name", "王小明",
        "taxpayerId", PERSON,
        "bankName", "中国银行上海分行",
        "bankAccount", account);
  }
}
