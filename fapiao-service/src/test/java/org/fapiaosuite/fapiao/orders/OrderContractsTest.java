package org.fapiaosuite.fapiao.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.messaging.IncomingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every example that order-sync-service promises to keep. */
class OrderContractsTest {

  private static final Path EXAMPLES = Path.of("../order-sync-service/src/contracts/examples");

  @ParameterizedTest
  @MethodSource
  void paid(Path example) throws IOException {
    OrderPaid order = event(example).dataAs(OrderPaid.class);
    assertNotNull(order.order().customerId());
    assertFalse(order.order().payerName().isBlank());
    assertTrue(String.valueOf(order.order().payerDigest()).matches("[0-9a-f]{64}"));
    assertNotNull(order.order().paidAt());
    assertNotNull(order.order().invoiceableFrom());
    assertFalse(order.order().amount().isZero());
  }

  static List<Path> paid() throws IOException {
    return examples("order.paid.v1");
  }

  @Test
  void other_events() throws IOException {
    for (Path example : examples("order.invoiceable.v1")) {
      assertNotNull(event(example).dataAs(OrderInvoiceable.class).invoiceableFrom());
    }
    for (Path example : examples("order.refunded.v1")) {
      assertFalse(event(example).dataAs(OrderRefunded.class).refundedTotal().money().isZero());
    }
    for (Path example : examples("order.held.v1")) {
      String reason = event(example).dataAs(OrderHeld.class).reason();
      assertEquals(reason, BlockReason.named(reason).name());
    }
  }

  private static IncomingEvent event(Path example) throws IOException {
    return new IncomingEvent(
        "1", "type", "/test", "key", Instant.EPOCH, 0, Files.readString(example));
  }

  private static List<Path> examples(String type) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(type)).sorted().toList();
      assertFalse(found.isEmpty());
      return found;
    }
  }
}
