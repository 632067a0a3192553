package org.fapiaosuite.account;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.junit.jupiter.api.BeforeEach;

/** What staff do here leaves its row. */
@QuarkusTest
class AuditTest implements AuditContract {

  private static final String STAFF = "/api/v1/staff";
  private static final Map<String, Actor> ACTORS = new HashMap<>();

  private final List<Response> staff = new ArrayList<>();

  /** Taken on by the same administrator, so before what they do is looked at. */
  @BeforeEach
  void some_staff() {
    for (int i = 0; i < 3; i++) {
      staff.add(takeOn());
    }
  }

  @Override
  public Map<String, Call> calls() {
    return Map.of(
        "listClaims",
            caller -> {
              Response answer = caller.get(STAFF + "/claims");
              List<String> shown = answer.jsonPath().getList("items.id");
              return new Made(answer, shown);
            },
        "decideClaim",
            caller -> {
              String id = aClaimThatWaits();
              return AuditContract.made(
                  caller
                      .body(Map.of("approve", true, "evidence", "Contract 7"))
                      .post(STAFF + "/claims/" + id + "/approval"),
                  id);
            },
        "listStaffAccounts",
            caller -> {
              Response answer = caller.get(STAFF);
              List<String> shown = answer.jsonPath().getList("items.id");
              return new Made(answer, shown);
            },
        "createStaffAccount",
            caller -> {
              Response answer =
                  caller
                      .body(Map.of("email", Story.mailbox("audited"), "role", "CLERK"))
                      .post(STAFF);
              return AuditContract.made(answer, answer.path("id").toString());
            },
        "getStaffAccount",
            caller -> {
              String id = staff.remove(0).path("id");
              return AuditContract.made(caller.get(STAFF + "/" + id), id);
            },
        "changeStaffAccount",
            caller -> {
              Response somebody = staff.remove(0);
              String id = somebody.path("id");
              return AuditContract.made(
                  caller
                      .header("If-Match", somebody.header("ETag"))
                      .body(Map.of("role", "LEAD", "status", "ACTIVE"))
                      .put(STAFF + "/" + id),
                  id);
            },
        "deactivateStaffAccount",
            caller -> {
              String id = staff.remove(0).path("id");
              return AuditContract.made(caller.delete(STAFF + "/" + id), id);
            });
  }

  @Override
  public Map<String, Call> silent() {
    return Map.of();
  }

  /** The demo staff, for an administrator's account is looked at. */
  @Override
  public Actor actor(String role) {
    return ACTORS.computeIfAbsent(
        role,
        absent -> {
          String email = role.toLowerCase(Locale.ROOT) + "@service-centre.example";
          String token = token(email);
          return new Actor(Story.as(token).get("/api/v1/account").path("id"), token);
        });
  }

  private Response takeOn() {
    return Story.as(actor("ADMIN").token())
        .body(Map.of("email", Story.mailbox("somebody"), "role", "CLERK"))
        .post(STAFF);
  }

  /** Of an order whose payer has no address. */
  private String aClaimThatWaits() {
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:audited-claim", "无");
    Story.as(Story.accessToken(Story.activeCustomer("simulator:claimant")))
        .body(Map.of("orderNumber", order))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(202);
    String waiting =
        "SELECT max(id::text) FROM claim WHERE status = 'WAITING_FOR_PAYER' AND order_number = '";
    return await()
        .until(() -> Database.query(waiting + order + "'"), found -> !found.equals("null"));
  }

  private static String token(String email) {
    return Story.signIn(email, "demo staff of a test")
        .then()
        .statusCode(201)
        .extract()
        .path("accessToken");
  }
}
