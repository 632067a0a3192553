package org.fapiaosuite.testkit.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.fapiaosuite.testkit.openapi.Description;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of staff leaves one row in the trail, for each role that may call it. Operations
 * and roles come from the committed API document; how one is called so that it succeeds, the
 * service says, and one it says nothing about fails.
 */
public interface AuditContract {

  Set<String> STAFF = Set.of("CLERK", "LEAD", "ADMIN", "AUDITOR", "SUPPORT");

  Path DOCUMENT = Path.of("openapi.yaml");

  /** What of operations that every service has is not in their ids elsewhere. */
  List<String> EVERYWHERE = List.of("DeadLetter", "Audit");

  /** Somebody of the staff. */
  record Actor(String id, String token) {}

  /** How an operation is called; whatever it needs is made before, by others. */
  interface Call {
    Made by(RequestSpecification caller) throws Exception;
  }

  /**
   * A call that was made.
   *
   * @param subjects what its row has to name
   */
  record Made(Response answer, List<String> subjects) {}

  record Operation(String id, String method, Set<String> roles) {}

  static Made made(Response answer, String... subjects) {
    return new Made(answer, List.of(subjects));
  }

  /** Operations of this service's own, by id. */
  Map<String, Call> calls();

  /** Reads that show nobody's data, by id; they leave no row. */
  Map<String, Call> silent();

  /** Somebody with a role; by default an account that only their token tells of. */
  default Actor actor(String role) {
    UUID id = UUID.randomUUID();
    return new Actor(id.toString(), TestTokens.staff(id, role));
  }

  @TestFactory
  default List<DynamicTest> every_operation_of_staff_leaves_its_row() throws IOException {
    Map<String, Call> calls = allCalls();
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : operations()) {
      Call call = calls.get(operation.id());
      for (String role : operation.roles()) {
        String name = operation.id() + " by " + role;
        if (silent().containsKey(operation.id())) {
          continue;
        }
        tests.add(
            dynamicTest(
                name,
                () -> {
                  assertTrue(call != null, "nothing says how " + operation.id() + " is called");
                  leavesItsRow(operation, call, role);
                }));
      }
    }
    assertTrue(tests.size() > 5, "operations are missing: " + tests.size());
    return tests;
  }

  @TestFactory
  default List<DynamicTest> only_reads_that_show_nobodys_data_leave_none() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : operations()) {
      Call call = silent().get(operation.id());
      if (call != null) {
        tests.add(
            dynamicTest(
                operation.id(),
                () -> {
                  assertEquals("get", operation.method());
                  Actor actor = actor(operation.roles().iterator().next());
                  long before = last();
                  succeed(call, actor);
                  assertEquals("", rows(actor, before));
                }));
      }
    }
    assertEquals(silent().size(), tests.size(), "no such operations");
    return tests;
  }

  @Test
  default void a_filter_of_the_trail_that_is_none_is_told() {
    given()
        .auth()
        .oauth2(actor("AUDITOR").token())
        .get("/api/v1/audit?from=yesterday")
        .then()
        .statusCode(422);
  }

  @Test
  default void nothing_is_told_that_does_not_exist() throws IOException {
    Set<String> known = new TreeSet<>();
    operations().forEach(operation -> known.add(operation.id()));

    Set<String> unknown = new TreeSet<>(calls().keySet());
    unknown.removeAll(known);

    assertEquals(Set.of(), unknown);
  }

  private void leavesItsRow(Operation operation, Call call, String role) throws Exception {
    Actor actor = actor(role);
    long before = last();

    Made made = succeed(call, actor);

    String subjects =
        Database.query(
            "SELECT subjects FROM audit_entry WHERE actor = '"
                + actor.id()
                + "' AND id > "
                + before);
    assertEquals(action(operation.id()), rows(actor, before));
    for (String subject : made.subjects()) {
      assertTrue(subjects.contains(subject), subject + " is not in " + subjects);
    }
  }

  private static Made succeed(Call call, Actor actor) throws Exception {
    Made made = call.by(given().contentType(ContentType.JSON).auth().oauth2(actor.token()));
    assertEquals(2, made.answer().statusCode() / 100, made.answer().asString());
    return made;
  }

  private static long last() {
    return Long.parseLong(Database.query("SELECT coalesce(max(id), 0) FROM audit_entry"));
  }

  private static String rows(Actor actor, long after) {
    return Database.query(
        "SELECT coalesce(string_agg(action, ' '), '') FROM audit_entry WHERE actor = '"
            + actor.id()
            + "' AND id > "
            + after);
  }

  private Map<String, Call> allCalls() throws IOException {
    Map<String, Call> calls = new LinkedHashMap<>(calls());
    for (Operation operation : operations()) {
      switch (action(operation.id())) {
        case "listDeadLetters" -> calls.put(operation.id(), caller -> at(caller, "dead-letters"));
        case "getDeadLetter" ->
            calls.put(operation.id(), caller -> at(caller, "dead-letters/" + deadLetter()));
        case "redriveDeadLetter" ->
            calls.put(operation.id(), caller -> letter(caller, deadLetter(), "/redrive"));
        case "discardDeadLetter" -> calls.put(operation.id(), AuditContract::discard);
        case "approveDeadLetterDiscard" ->
            calls.put(operation.id(), caller -> letter(caller, asked(), "/discard-approval"));
        case "listAuditEntries" -> calls.put(operation.id(), caller -> at(caller, "audit"));
        case "verifyAuditTrail" ->
            calls.put(operation.id(), caller -> at(caller, "audit/verification"));
        default -> {
          // the service's own
        }
      }
    }
    return calls;
  }

  private static Made at(RequestSpecification caller, String path) {
    return made(caller.get("/api/v1/" + path));
  }

  private static Made letter(RequestSpecification caller, String id, String act) {
    return made(caller.post("/api/v1/dead-letters/" + id + act), id);
  }

  private static Made discard(RequestSpecification caller) {
    String id = deadLetter();
    return made(
        caller.body(Map.of("reason", "of no use")).delete("/api/v1/dead-letters/" + id), id);
  }

  private static String deadLetter() {
    return Database.query(
        """
        INSERT INTO dead_letter (consumer, event_id, type, source, topic, kafka_partition,
          kafka_offset, state, attempts, error, first_seen_at)
        VALUES ('nobody', gen_random_uuid(), 'thing.done.v1', 'audit-test', 'none', 0, 0, 'DEAD', 3,
          'java.lang.IllegalStateException', now())
        RETURNING id
        """);
  }

  private static String asked() throws SQLException {
    String id = deadLetter();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO discard_request (dead_letter, asked_by, reason)"
              + " VALUES ("
              + id
              + ", 'somebody else', 'of no use')");
    }
    return id;
  }

  /** What the trail calls it: ids of what every service has are unique in the document only. */
  private static String action(String operationId) {
    StringBuilder word = new StringBuilder();
    String module = Path.of("").toAbsolutePath().getFileName().toString();
    for (String part : module.replaceFirst("-service$", "").split("-", -1)) {
      word.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    String action = operationId;
    for (String thing : EVERYWHERE) {
      action = action.replace(word + thing, thing);
    }
    return action;
  }

  /** All that staff alone may call. */
  private static List<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : Description.read(DOCUMENT).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        Set<String> roles = new TreeSet<>();
        for (JsonNode role : method.getValue().path("security").findValues("bearer")) {
          role.forEach(name -> roles.add(name.asText()));
        }
        if (!roles.isEmpty() && STAFF.containsAll(roles)) {
          operations.add(
              new Operation(
                  method.getValue().path("operationId").asText(), method.getKey(), roles));
        }
      }
    }
    return operations;
  }
}
