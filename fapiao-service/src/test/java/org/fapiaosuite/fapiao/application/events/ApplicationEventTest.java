package org.fapiaosuite.fapiao.application.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.events.StockEventTest;
import org.fapiaosuite.fapiao.support.events.CaseEventTest;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything this service can tell of an application is what its contracts promise. */
class ApplicationEventTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00.123456Z");
  private static final UUID ID = new UUID(3, 3);
  private static final String ACCOUNT = "01932b00-1111-7abc-9def-0123456789ab";
  private static final List<String> ORDERS = List.of("E0700K3M9Q");
  private static final Amount AMOUNT = Amount.of(Money.ofFen(127_000));

  /** Told of many applications at once, see the tests of queue and corrections. */
  private static final Set<String> NOT_OF_ONE =
      Set.of("fapiao.promise-at-risk.v1", "fapiao.deficit-found.v1");

  /** What its customer sees in the progress, and nobody else needs to know. */
  private static final Set<Class<?>> NOBODY_ELSES_BUSINESS =
      Set.of(
          ApplicationEvent.DeliveryChanged.class,
          ApplicationEvent.CopiesReturned.class,
          ApplicationEvent.Replaced.class);

  private static final IssuedNumber BLUE =
      number(NumberScheme.LEGACY_CODE_NUMBER, "3100261320", "00345678");

  static List<ApplicationEvent> events() {
    return List.of(
        new ApplicationEvent.Submitted(
            ID,
            ACCOUNT,
            ORDERS,
            FapiaoType.ORDINARY,
            Medium.PAPER,
            "王小明",
            AMOUNT,
            Instant.parse("2026-11-24T09:30:00Z"),
            false),
        new ApplicationEvent.Accepted(ID, ACCOUNT, ORDERS),
        new ApplicationEvent.Waiting(
            ID, ACCOUNT, ORDERS, NOW, ApplicationEvent.WaitReason.OUT_OF_STOCK),
        new ApplicationEvent.Waiting(
            ID, ACCOUNT, ORDERS, null, ApplicationEvent.WaitReason.OUT_OF_STOCK),
        new ApplicationEvent.TakenUp(ID, ACCOUNT, ORDERS, NOW),
        new ApplicationEvent.Rejected(ID, ACCOUNT, ORDERS, "The title is not registered."),
        new ApplicationEvent.Reduced(ID, ACCOUNT, ORDERS, AMOUNT, AMOUNT, "REFUND"),
        new ApplicationEvent.Cancelled(
            ID, ACCOUNT, ORDERS, ApplicationEvent.CancelledBy.CUSTOMER, "CUSTOMER_REQUEST"),
        new ApplicationEvent.Cancelled(
            ID, ACCOUNT, ORDERS, ApplicationEvent.CancelledBy.SYSTEM, "REFUND"),
        new ApplicationEvent.DueChanged(ID, ACCOUNT, ORDERS, NOW),
        new ApplicationEvent.DeliveryChanged(ID, ACCOUNT, ORDERS),
        new ApplicationEvent.Issued(
            ID,
            ACCOUNT,
            ORDERS,
            AMOUNT,
            List.of(
                number(NumberScheme.LEGACY_CODE_NUMBER, "3100261330", "00000001"),
                number(NumberScheme.UNIFIED_20, null, "26317000000000000001"))),
        new ApplicationEvent.CopiesReturned(ID, ACCOUNT, ORDERS, BLUE, LocalDate.of(2026, 11, 25)),
        new ApplicationEvent.Voided(ID, ACCOUNT, ORDERS, BLUE, AMOUNT, LocalDate.of(2026, 11, 25)),
        new ApplicationEvent.RedLettered(
            ID,
            ACCOUNT,
            ORDERS,
            BLUE,
            number(NumberScheme.UNIFIED_20, null, "26317000000000000001"),
            AMOUNT,
            AMOUNT,
            ApplicationEvent.RedReason.SALES_RETURN),
        new ApplicationEvent.Reissued(
            ID, ACCOUNT, ORDERS, new UUID(4, 4), new UUID(5, 5), "王小明", AMOUNT, NOW, true),
        new ApplicationEvent.Replaced(ID, ACCOUNT, ORDERS, new UUID(6, 6)),
        new ApplicationEvent.MailedOut(
            ID, ACCOUNT, ORDERS, Carrier.SF, "SF1234567890123", "https://www.sf-express.com/", NOW),
        new ApplicationEvent.ReadyForPickup(
            ID, ACCOUNT, ORDERS, "德国中心", LocalDate.of(2026, 12, 20)),
        new ApplicationEvent.ReadyForPickup(ID, ACCOUNT, ORDERS, "德国中心", null),
        new ApplicationEvent.PickupReminded(
            ID, ACCOUNT, ORDERS, "德国中心", LocalDate.of(2026, 12, 20)),
        new ApplicationEvent.PickupLapsed(ID, ACCOUNT, ORDERS, "德国中心", LocalDate.of(2026, 12, 20)),
        new ApplicationEvent.Delivered(ID, ACCOUNT, ORDERS, DeliveryOutcome.DELIVERED, NOW),
        new ApplicationEvent.Delivered(ID, ACCOUNT, ORDERS, DeliveryOutcome.RETURNED, NOW),
        new ApplicationEvent.Delivered(ID, ACCOUNT, ORDERS, DeliveryOutcome.LOST, NOW));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_told_keeps_its_contract(ApplicationEvent event) {
    event
        .wireType()
        .ifPresentOrElse(
            type -> Contract.assertKept(type, written(type, event)),
            () -> assertTrue(NOBODY_ELSES_BUSINESS.contains(event.getClass()), event.toString()));
  }

  @Test
  void every_event_of_an_application_is_among_them_and_every_contract_is_used() {
    assertEquals(
        Set.copyOf(Arrays.asList(ApplicationEvent.class.getPermittedSubclasses())),
        events().stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new)));
    assertEquals(
        Contract.types(),
        Stream.concat(
                Stream.of(NOT_OF_ONE, StockEventTest.types(), CaseEventTest.types())
                    .flatMap(Set::stream),
                events().stream().flatMap(event -> event.wireType().stream()))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String written(String type, ApplicationEvent event) {
    return OutboxRow.of(OutgoingEvent.of(new UUID(1, 1), "fapiao.events", type, "key", NOW, event))
        .data();
  }

  private static IssuedNumber number(NumberScheme scheme, @Nullable String code, String number) {
    return new IssuedNumber(
        new UUID(4, 4), scheme, code, number, LocalDate.of(2026, 11, 20), AMOUNT);
  }
}
