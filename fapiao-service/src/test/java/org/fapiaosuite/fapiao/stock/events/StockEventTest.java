package org.fapiaosuite.fapiao.stock.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything this service can tell of the stock is what its contracts promise. */
public class StockEventTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00.123456Z");
  private static final UUID ID = new UUID(3, 3);
  private static final Amount AMOUNT = Amount.of(Money.ofFen(127_000));

  static List<StockEvent> events() {
    return List.of(
        new StockEvent.NoticePublished(ID, FapiaoType.SPECIAL, Medium.PAPER, NOW, null, true, NOW),
        new StockEvent.NoticePublished(ID, null, null, null, NOW, false, NOW),
        new StockEvent.NoticeWithdrawn(ID, NOW),
        new StockEvent.StockLow(
            LocalDate.of(2026, 11, 20),
            List.of(
                new StockEvent.LowKind(FapiaoType.SPECIAL, Medium.PAPER, 3L, 5, null, null, 1),
                new StockEvent.LowKind(
                    FapiaoType.ORDINARY, Medium.ELECTRONIC, null, null, AMOUNT, AMOUNT, 0))));
  }

  /** The types of all of them. */
  public static Set<String> types() {
    return events().stream()
        .map(StockEvent::wireType)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_told_keeps_its_contract(StockEvent event) {
    OutgoingEvent outgoing =
        OutgoingEvent.of(new UUID(1, 1), "fapiao.events", event.wireType(), "key", NOW, event);

    Contract.assertKept(event.wireType(), OutboxRow.of(outgoing).data());
  }

  @Test
  void every_event_of_the_stock_is_among_them() {
    assertEquals(
        Set.copyOf(Arrays.asList(StockEvent.class.getPermittedSubclasses())),
        events().stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new)));
  }
}
