package org.fapiaosuite.ordersync.erasure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasedPayerTest extends ServiceTest {

  /** SHA-256 of {@code finance@contoso.example}. */
  private static final String DIGEST =
      "7d8f3dcf255d3239de02c0dadf337ff9ce276f33c34e8af0c20221d8c1d69717";

  @Inject Forgetting forgetting;

  @Test
  void the_address_is_gone_and_the_accounts_are_kept() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());

    // When
    erase(paid.customer());

    // Then
    assertEquals("0", rowsWith("finance@contoso.example"));
    assertEquals("1270.00", order(paid).getString("amount.value"));
    assertEquals("上海示例科技有限公司", payer(paid));
  }

  @Test
  void what_others_paid_for_the_customer_and_what_the_payer_paid_elsewhere_stays() {
    // Given
    PaidOrder elsewhere = PaidOrder.at(NOW).withCustomer("northwind-cn");
    push(elsewhere.push());
    PaidOrder colleagues = PaidOrder.at(NOW);
    push(colleagues.push().replace("finance@", "purchase@"));

    // When
    erase(colleagues.customer());

    // Then
    assertEquals("1", orders("finance@contoso.example"));
    assertEquals("1", orders("purchase@contoso.example"));
  }

  @Test
  void a_statement_that_tells_the_address_again_is_looked_through() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    erase(paid.customer());
    FakePlatform.serve(LocalDate.parse("2026-11-17"), StatementFile.of(paid));
    clock.advance(Duration.ofDays(1));
    work();
    assertEquals("1", rowsWith("finance@contoso.example"));

    // When
    forgetting.again();

    // Then
    assertEquals("0", rowsWith("finance@contoso.example"));
    assertEquals("2026-11-17", synced(paid).getString("matchedOn"));
  }

  @Test
  void the_name_is_kept_for_ten_years_and_a_payer_with_an_account_keeps_theirs() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    PaidOrder others = PaidOrder.at(NOW).withCustomer("northwind-cn");
    push(paid.push());
    push(others.push());
    erase(paid.customer());

    // When
    clock.set(NOW.plus(Duration.ofDays(3652)));
    forgetting.again();

    // Then
    assertEquals("上海示例科技有限公司", payer(paid));

    // When
    clock.set(NOW.plus(Duration.ofDays(3653)));
    forgetting.again();

    // Then
    assertEquals("-", payer(paid));
    assertEquals("上海示例科技有限公司", payer(others));
    assertEquals("0", Database.query("SELECT count(*) FROM erased_payer"));
  }

  @Test
  void every_example_of_account_service_is_understood() throws IOException {
    Path examples = Path.of("../account-service/src/contracts/examples");
    try (var files = Files.list(examples)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith("account.erased.v1"))
              .toList();
      assertFalse(found.isEmpty());
      for (Path example : found) {
        IncomingEvent event =
            new IncomingEvent(
                "1", "type", "/test", "key", Instant.EPOCH, 0, Files.readString(example));
        assertNotNull(event.dataAs(AccountErased.class).accountId());
      }
    }
  }

  /** Account-service tells of it; this service has forgotten when this returns. */
  private static void erase(String customer) {
    String account = UUID.randomUUID().toString();
    Broker.publish(
        "account.events",
        account,
        "account.erased.v1",
        "{\"accountId\":\"%s\",\"customerIds\":[\"%s\"],\"emailDigest\":\"%s\"}"
            .formatted(account, customer, DIGEST));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.query(
                    "SELECT count(*) FROM erased_payer WHERE account_id = '" + account + "'"),
            "1"::equals);
  }

  private static String payer(PaidOrder order) {
    return Database.query(
        """
        SELECT string_agg(DISTINCT name, ' ') FROM (
          SELECT payer_name AS name FROM orders WHERE order_number = '%1$s'
          UNION SELECT payer_name FROM fact WHERE order_number = '%1$s') AS names
        """
            .formatted(order.orderNumber()));
  }

  private static String orders(String address) {
    return Database.query("SELECT count(*) FROM orders WHERE payer_email = '" + address + "'");
  }

  /** In orders and facts together. */
  private static String rowsWith(String address) {
    return Database.query(
        """
        SELECT (SELECT count(*) FROM orders o WHERE strpos(o::text, '%1$s') > 0)
          + (SELECT count(*) FROM fact f WHERE strpos(f::text, '%1$s') > 0)
        """
            .formatted(address));
  }
}
