package org.fapiaosuite.ordersync;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.junit.jupiter.api.BeforeEach;

/** What staff do here leaves its row. */
@QuarkusTest
class AuditTest extends ServiceTest implements AuditContract {

  private static final String SYNC = "/api/v1/order-sync/";
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");

  private final PaidOrder paid = PaidOrder.at(NOW);
  private final PaidOrder cheaper = PaidOrder.at(NOW);
  private final PaidOrder unknown = PaidOrder.at(NOW);

  @BeforeEach
  void a_day_was_reconciled_and_a_push_refused() {
    push(paid.push());
    push(cheaper.push());
    push(unknown.push().replace("finance@contoso.example", "无"));
    String impossible = PaidOrder.at(NOW).push().replace("1270.00", "0.00");
    SignedPush.of(impossible, NOW).send().then().statusCode(422);
    FakePlatform.serve(DAY, StatementFile.of(paid, cheaper.withAmount("1269.99")));
    clock.advance(Duration.ofDays(1));
    work();
  }

  @Override
  public Map<String, Call> calls() {
    return Map.ofEntries(
        Map.entry("listSyncedOrders", caller -> list(caller, "orders", "items.orderNumber")),
        Map.entry(
            "getSyncedOrder",
            caller ->
                AuditContract.made(
                    caller.get(SYNC + "orders/" + paid.orderNumber()), paid.orderNumber())),
        Map.entry(
            "resyncOrder",
            caller ->
                AuditContract.made(
                    caller.post(SYNC + "orders/" + paid.orderNumber() + "/resync"),
                    paid.orderNumber())),
        Map.entry(
            "proposeOrderMend",
            caller ->
                AuditContract.made(
                    caller
                        .header("If-Match", "*")
                        .body(Map.of("payer", Map.of("email", "finance@contoso.example")))
                        .patch(SYNC + "orders/" + unknown.orderNumber()),
                    unknown.orderNumber())),
        Map.entry(
            "proposeOrderRelease",
            caller ->
                AuditContract.made(
                    caller
                        .body(Map.of("reason", "Confirmed by phone"))
                        .post(SYNC + "orders/" + cheaper.orderNumber() + "/release"),
                    cheaper.orderNumber())),
        Map.entry(
            "decideOrderProposal",
            caller -> {
              given()
                  .auth()
                  .oauth2(TestTokens.staff("CLERK"))
                  .contentType("application/json")
                  .body(Map.of("reason", "Confirmed by phone"))
                  .post(SYNC + "orders/" + cheaper.orderNumber() + "/release")
                  .then()
                  .statusCode(200);
              return AuditContract.made(
                  caller
                      .body(Map.of("approve", true))
                      .post(SYNC + "orders/" + cheaper.orderNumber() + "/approval"),
                  cheaper.orderNumber());
            }),
        Map.entry("listReconciliations", caller -> list(caller, "reconciliations", "items.id")),
        Map.entry(
            "getReconciliation",
            caller ->
                AuditContract.made(caller.get(SYNC + "reconciliations/" + report()), report())),
        Map.entry(
            "listReconciliationRows",
            caller -> list(caller, "reconciliations/" + report() + "/rows", "items.orderNumber")),
        Map.entry(
            "requestReconciliation",
            caller ->
                AuditContract.made(
                    caller.body(Map.of("date", DAY.toString())).post(SYNC + "reconciliations"),
                    DAY.toString())),
        Map.entry("listRefusedPushes", caller -> list(caller, "refused-pushes", "items.id")),
        Map.entry(
            "getRefusedPush",
            caller ->
                AuditContract.made(caller.get(SYNC + "refused-pushes/" + refused()), refused())),
        Map.entry(
            "askPushRedrive",
            caller ->
                AuditContract.made(
                    caller.post(SYNC + "refused-pushes/" + refused() + "/redrive"), refused())),
        Map.entry(
            "decidePushRedrive",
            caller -> {
              given()
                  .auth()
                  .oauth2(TestTokens.staff("CLERK"))
                  .post(SYNC + "refused-pushes/" + refused() + "/redrive")
                  .then()
                  .statusCode(200);
              return AuditContract.made(
                  caller
                      .body(Map.of("approve", false))
                      .post(SYNC + "refused-pushes/" + refused() + "/approval"),
                  refused());
            }));
  }

  @Override
  public Map<String, Call> silent() {
    return Map.of();
  }

  private static Made list(RequestSpecification caller, String path, String shown) {
    Response answer = caller.get(SYNC + path);
    List<String> subjects = answer.jsonPath().getList(shown);
    return new Made(answer, subjects.stream().filter(Objects::nonNull).toList());
  }

  private static String refused() {
    return Database.query("SELECT id FROM refused_push");
  }

  private static String report() {
    return Database.query("SELECT id FROM reconciliation LIMIT 1");
  }
}
