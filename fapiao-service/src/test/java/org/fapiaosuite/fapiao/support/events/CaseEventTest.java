package org.fapiaosuite.fapiao.support.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.fapiao.seller.SellerText;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything this service can tell of support cases is what its contracts promise. */
public class CaseEventTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00.123456Z");
  private static final UUID ID = new UUID(3, 3);
  private static final List<String> ORDERS = List.of("E0700K3M9Q");

  static List<CaseEvent> events() {
    SellerText text = new SellerText("一", "one", "eins");
    return List.of(
        new CaseEvent.Opened(ID, "a", CaseKind.OTHER, List.of(), NOW, null),
        opened(new CaseEvent.SendBack(ReturnSituation.ELECTRONIC, List.of(), null, null, null)),
        opened(
            new CaseEvent.SendBack(
                ReturnSituation.PAPER_SPECIAL,
                ReturnSituation.PAPER_SPECIAL.copies(),
                text,
                text,
                "021-28986102")),
        new CaseEvent.Answered(ID, "a", CaseKind.SPLIT, ORDERS, true),
        new CaseEvent.Resolved(ID, "a", CaseKind.NOT_RECEIVED, ORDERS, false));
  }

  private static CaseEvent opened(CaseEvent.SendBack sendBack) {
    return new CaseEvent.Opened(ID, "a", CaseKind.TITLE_CHANGE, ORDERS, NOW, sendBack);
  }

  /** The types of all of them. */
  public static Set<String> types() {
    return events().stream()
        .map(CaseEvent::wireType)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_told_keeps_its_contract(CaseEvent event) {
    OutgoingEvent outgoing =
        OutgoingEvent.of(new UUID(1, 1), "fapiao.events", event.wireType(), "key", NOW, event);

    Contract.assertKept(event.wireType(), OutboxRow.of(outgoing).data());
  }

  @Test
  void every_event_of_a_case_is_among_them() {
    assertEquals(
        Set.copyOf(Arrays.asList(CaseEvent.class.getPermittedSubclasses())),
        events().stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new)));
  }
}
