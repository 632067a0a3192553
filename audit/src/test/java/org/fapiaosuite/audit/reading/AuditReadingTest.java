package org.fapiaosuite.audit.reading;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors get to see of the trail. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "audit"))
class AuditReadingTest {

  private static final String AUDIT = "/api/v1/audit";

  private final String actor = UUID.randomUUID().toString();
  private final String thing = UUID.randomUUID().toString();

  @BeforeEach
  void acts() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO audit_entry (at, actor, roles, action, subjects)
          SELECT timestamptz '2026-11-17T00:00:00Z' + n * interval '1 hour', '%s', 'CLERK',
            'act-' || n, CASE WHEN n = 3 THEN ARRAY['x', '%s'] ELSE ARRAY['x'] END
          FROM generate_series(1, 5) AS n
          """
              .formatted(actor, thing));
    }
  }

  @Test
  void acts_are_listed_newest_first() {
    as("AUDITOR")
        .get(AUDIT + "?actor=" + actor)
        .then()
        .statusCode(200)
        .body("items.action", contains("act-5", "act-4", "act-3", "act-2", "act-1"))
        .body("items[0].actor", equalTo(actor))
        .body("items[0].at", equalTo("2026-11-17T05:00:00Z"))
        .body("nextCursor", nullValue());
  }

  @Test
  void a_thing_tells_who_was_at_it() {
    as("ADMIN")
        .get(AUDIT + "?subject=" + thing)
        .then()
        .statusCode(200)
        .body("items.action", contains("act-3"))
        .body("items[0].subjects", contains("x", thing))
        .body("items[0].subjectCount", equalTo(2));
  }

  @Test
  void a_stretch_of_time_has_its_start_and_not_its_end() {
    as("AUDITOR")
        .get(AUDIT + "?actor=" + actor + "&from=2026-11-17T02:00:00Z&to=2026-11-17T04:00:00Z")
        .then()
        .statusCode(200)
        .body("items.action", contains("act-3", "act-2"));
  }

  @Test
  void pages_follow_each_other() {
    List<String> walked = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      JsonPath page = as("AUDITOR").get(AUDIT + "?limit=2&actor=" + actor + next).jsonPath();
      walked.addAll(page.getList("items.action", String.class));
      String cursor = page.getString("nextCursor");
      next = cursor == null ? null : "&cursor=" + cursor;
    }

    assertEquals(List.of("act-5", "act-4", "act-3", "act-2", "act-1"), walked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=yesterday", "to=2026-13-01", "from=2026-11-17", "actor=%25"})
  void a_filter_that_is_none_is_told_or_finds_nothing(String filter) {
    if (filter.startsWith("actor")) {
      as("AUDITOR").get(AUDIT + "?" + filter).then().statusCode(200).body("items", hasSize(0));
    } else {
      as("AUDITOR").get(AUDIT + "?" + filter).then().statusCode(422);
    }
  }

  @ParameterizedTest
  @CsvSource({"CLERK, 403", "LEAD, 403", "SUPPORT, 403", "ADMIN, 200", "AUDITOR, 200"})
  void auditors_and_administrators_read_it(String role, int status) {
    as(role).get(AUDIT).then().statusCode(status);
    as(role).get(AUDIT + "/verification").then().statusCode(status);
  }

  @Test
  void an_audit_is_an_act_too() {
    UUID auditor = UUID.randomUUID();
    RequestSpecification caller = given().auth().oauth2(TestTokens.staff(auditor, "AUDITOR"));

    caller.get(AUDIT + "/verification").then().statusCode(200);

    as("AUDITOR")
        .get(AUDIT + "?actor=" + auditor)
        .then()
        .body("items.action", contains("verifyAuditTrail"));
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(TestTokens.staff(role));
  }
}
