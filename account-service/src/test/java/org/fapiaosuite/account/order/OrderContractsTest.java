package org.fapiaosuite.account.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.messaging.IncomingEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every example that order-sync-service promises to keep. */
@QuarkusTest
class OrderContractsTest {

  private static final Path EXAMPLES = Path.of("../order-sync-service/src/contracts/examples");
  private static final String PAID = "order.paid.v1";

  @Inject OrderEvents events;
  @Inject PaidOrders orders;
  @Inject EntityManager entities;

  @BeforeEach
  void begin() {
    QuarkusTransaction.begin();
  }

  /** The examples' orders are not to be known to any other test. */
  @AfterEach
  void forget() {
    QuarkusTransaction.rollback();
  }

  @ParameterizedTest
  @MethodSource
  void a_paid_order_is_kept_as_it_was_told(Path example) throws IOException {
    String json = Files.readString(example);
    JsonNode told = new ObjectMapper().readTree(json);

    events.handle(event(PAID, json));

    Object[] kept =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT customer_id, payer_name, payer_email, paid_at FROM paid_order"
                        + " WHERE order_number = ?1")
                .setParameter(1, told.path("orderNumber").asText())
                .getSingleResult();
    assertEquals(told.path("customerId").asText(), kept[0]);
    assertEquals(told.path("payer").path("name").asText(), kept[1]);
    assertEquals(told.path("payer").path("email").asText(), kept[2]);
    assertEquals(Instant.parse(told.path("paidAt").asText()), kept[3]);
  }

  static List<Path> a_paid_order_is_kept_as_it_was_told() throws IOException {
    return examples().filter(example -> type(example).equals(PAID)).toList();
  }

  @ParameterizedTest
  @MethodSource
  void another_event_changes_nothing_here(Path example) throws IOException {
    long known = orders.count();

    events.handle(event(type(example), Files.readString(example)));

    assertEquals(known, orders.count());
  }

  static List<Path> another_event_changes_nothing_here() throws IOException {
    List<Path> others = examples().filter(example -> !type(example).equals(PAID)).toList();
    assertTrue(others.size() >= 3, "refunded, held and invoiceable");
    return others;
  }

  private static IncomingEvent event(String type, String json) {
    return new IncomingEvent(
        UUID.randomUUID().toString(), type, "/order-sync-service", "key", Instant.EPOCH, 0, json);
  }

  private static String type(Path example) {
    return example.getFileName().toString().replaceAll("(\\.v\\d+).*", "$1");
  }

  private static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream();
    }
  }
}
