package org.fapiaosuite.ordersync;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.fapiaosuite.ordersync.order.OrderKeeper;
import org.fapiaosuite.ordersync.reconciliation.ReconciliationDesk;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service over real infrastructure, its clock in the test's hand. */
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ordersync"))
@QuarkusTestResource(FakePlatform.class)
public abstract class ServiceTest {
  /** Noon of a Tuesday in China. */
  protected static final Instant NOW = Instant.parse("2026-11-17T04:00:00Z");

  @Inject protected TestClock clock;
  @Inject OrderKeeper keeper;
  @Inject ReconciliationDesk desk;

  @BeforeEach
  void begin() {
    clock.set(NOW);
    FakePlatform.forget();
    wipe();
  }

  /** Rows are few, and deleting few is ten times as fast as truncating twenty tables. */
  private static void wipe() {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DELETE FROM push_key; DELETE FROM push; DELETE FROM refused_push; DELETE FROM fact;
          DELETE FROM refund; DELETE FROM order_proposal; DELETE FROM order_decision;
          DELETE FROM orders; DELETE FROM order_review; DELETE FROM statement_day; DELETE FROM reconciliation_row; DELETE FROM reconciliation;
          DELETE FROM outbox; DELETE FROM erased_payer""");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  /** What the service does by itself, until nothing is left to do at this moment. */
  protected void work() {
    keeper.look();
    desk.work();
    keeper.look();
  }

  /** Sends the body as a push of now and sees it accepted. */
  protected void push(String body) {
    SignedPush.of(body, clock.instant()).send().then().statusCode(200);
  }

  /** An order as its customer sees it. */
  protected JsonPath order(PaidOrder order) {
    return given()
        .auth()
        .oauth2(TestTokens.customer(order.customer()))
        .get("/api/v1/orders/" + order.orderNumber())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** An order as staff see it. */
  protected JsonPath synced(PaidOrder order) {
    return given()
        .auth()
        .oauth2(TestTokens.staff("LEAD"))
        .get("/api/v1/order-sync/orders/" + order.orderNumber())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The types of the events about the order, in the order in which they are told. */
  protected List<String> events(PaidOrder order) {
    String types =
        Database.query(
            "SELECT coalesce(string_agg(type, ' ' ORDER BY id), '') FROM outbox"
                + " WHERE aggregate_id = '"
                + order.orderNumber()
                + "'");
    return types.isEmpty() ? List.of() : List.of(types.split(" "));
  }
}
