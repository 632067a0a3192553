package org.fapiaosuite.ordersync;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.junit.jupiter.api.BeforeEach;

/** What staff do here leaves its row. */
@QuarkusTest
class AuditTest extends ServiceTest implements AuditContract {

  private static final String SYNC = "/api/v1/order-sync/";
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");

  private final PaidOrder paid = PaidOrder.at(NOW);
  private final PaidOrder cheaper = PaidOrder.at(NOW);

  @BeforeEach
  void a_day_was_reconciled_and_a_push_refused() {
    push(paid.push());
    push(cheaper.push());
    String impossible = PaidOrder.at(NOW).push().replace("1270.00", "0.00");
    SignedPush.of(impossible, NOW).send().then().statusCode(422);
    FakePlatform.serve(DAY, StatementFile.of(paid, cheaper.withAmount("1269.99")));
    clock.advance(Duration.ofDays(1));
    work();
  }

  @Override
  public Map<String, Call> calls() {
    return Map.of(
        "listSyncedOrders", caller -> list(caller, "orders", "items.orderNumber"),
        "getSyncedOrder",
            caller ->
                AuditContract.made(
                    caller.get(SYNC + "orders/" + paid.orderNumber()), paid.orderNumber()),
        "resyncOrder",
            caller ->
                AuditContract.made(
                    caller.post(SYNC + "orders/" + paid.orderNumber() + "/resync"),
                    paid.orderNumber()),
        "listReconciliations", caller -> list(caller, "reconciliations", "items.id"),
        "getReconciliation",
            caller ->
                AuditContract.made(caller.get(SYNC + "reconciliations/" + report()), report()),
        "listReconciliationRows",
            caller -> list(caller, "reconciliations/" + report() + "/rows", "items.orderNumber"),
        "requestReconciliation",
            caller ->
                AuditContract.made(
                    caller.body(Map.of("date", DAY.toString())).post(SYNC + "reconciliations"),
                    DAY.toString()),
        "listRefusedPushes", caller -> list(caller, "refused-pushes", "items.id"),
        "getRefusedPush",
            caller -> {
              String id = Database.query("SELECT id FROM refused_push");
              return AuditContract.made(caller.get(SYNC + "refused-pushes/" + id), id);
            });
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

  private static String report() {
    return Database.query("SELECT id FROM reconciliation LIMIT 1");
  }
}
