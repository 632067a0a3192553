package org.fapiaosuite.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an audited operation leaves in the trail, and when it leaves nothing. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "audit"))
class AuditedTest {

  @Inject AuditTrail trail;

  private final UUID actor = UUID.randomUUID();

  @Test
  void an_act_leaves_who_what_and_to_which() {
    String book = "book-" + actor;

    assertEquals(204, as("CLERK").post("/shelf/" + book).statusCode());

    assertEquals(actor + " CLERK addBook {" + book + "} -", entry());
    assertEquals("1", books(book));
  }

  @Test
  void whom_an_issuer_named_is_known_by_what_they_are_there() {
    String token =
        TestTokens.with(
            Map.of(
                "sub", actor.toString(),
                "groups", List.of("LEAD"),
                "epoch", 0,
                "origin", Map.of("iss", "https://id.contoso.example", "sub", "mei-7")));

    given().auth().oauth2(token).get("/shelf").then().statusCode(200);

    assertEquals(
        actor + " LEAD listBooks {one,two} sorted; as mei-7 of https://id.contoso.example",
        entry());
  }

  @Test
  void a_list_leaves_one_row_with_what_it_showed() {
    as("LEAD").get("/shelf").then().statusCode(200);

    assertEquals(actor + " LEAD listBooks {one,two} sorted", entry());
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "?"})
  void what_fails_leaves_no_row_and_nothing_else(String end) {
    String book = actor + end;

    Response answer = as("CLERK").post("/shelf/{name}", book);

    assertEquals(end.equals("!") ? 409 : 500, answer.statusCode());
    assertEquals("", entry());
    assertEquals("0", books(book));
  }

  @Test
  void personal_data_in_a_path_stays_out() {
    as("CLERK").delete("/shelf/readers/mei.lin@contoso.example").then().statusCode(204);

    assertEquals(actor + " CLERK removeReader {\"a reader of 23 letters\"} -", entry());
  }

  @Test
  void whoever_may_not_leaves_nothing() {
    as("AUDITOR").post("/shelf/" + actor).then().statusCode(403);

    assertEquals("", entry());
  }

  @Test
  void a_row_needs_a_transaction() {
    assertThrows(
        TransactionalException.class, () -> trail.write("addBook", List.of("loose"), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor = 'nobody'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_seal SET hash = ''",
        "DELETE FROM audit_seal",
        "TRUNCATE audit_seal"
      })
  void the_services_role_cannot_change_what_is_written(String change) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      SQLException refused =
          assertThrows(SQLException.class, () -> statement.executeUpdate(change));

      assertEquals("42501", refused.getSQLState());
    }
  }

  private RequestSpecification as(String role) {
    return given().auth().oauth2(TestTokens.staff(actor, role));
  }

  private static String books(String name) {
    return Database.query("SELECT count(*) FROM book WHERE name = '" + name + "'");
  }

  /** The one entry of this test's actor. */
  private String entry() {
    return Database.query(
        "SELECT string_agg(concat_ws(' ', actor, roles, action, subjects, coalesce(detail, '-')),"
            + " '; ') FROM audit_entry WHERE actor = '"
            + actor
            + "' HAVING count(*) > 0");
  }
}
