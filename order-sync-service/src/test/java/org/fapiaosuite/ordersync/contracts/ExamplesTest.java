package org.fapiaosuite.ordersync.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.fapiaosuite.ordersync.order.events.OrderEvent;
import org.fapiaosuite.ordersync.order.events.OrderHeld;
import org.fapiaosuite.ordersync.order.events.OrderInvoiceable;
import org.fapiaosuite.ordersync.order.events.OrderPaid;
import org.fapiaosuite.ordersync.order.events.OrderRefunded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private static final Map<String, Class<? extends OrderEvent>> TYPES =
      Map.of(
          "order.paid.v1", OrderPaid.class,
          "order.invoiceable.v1", OrderInvoiceable.class,
          "order.refunded.v1", OrderRefunded.class,
          "order.held.v1", OrderHeld.class);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Contract.FOLDER.resolve("examples"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_keeps_its_schema_and_is_what_we_would_write(Path file) throws IOException {
    // Given
    String example = Files.readString(file);
    String type = type(file);
    Contract.assertKept(type, example);

    // When
    OrderEvent event = JSON.readValue(example, TYPES.get(type));
    String written =
        OutboxRow.of(event.outgoing(UUID.randomUUID(), Instant.parse("2026-11-20T00:00:00Z")))
            .data();

    // Then
    assertEquals(type, event.eventType());
    assertEquals(JSON.readTree(example), JSON.readTree(written));
    Contract.assertKept(type, written);
  }

  @Test
  void every_type_has_an_example_and_a_place_in_asyncapi() throws IOException {
    String asyncApi = Files.readString(Contract.FOLDER.resolve("asyncapi.yaml"));
    for (String type : TYPES.keySet()) {
      assertNotEquals(0, examples().stream().filter(file -> type(file).equals(type)).count(), type);
      assertTrue(asyncApi.contains("./" + type + ".schema.json"), type);
    }
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf(".v1") + ".v1".length());
  }
}
