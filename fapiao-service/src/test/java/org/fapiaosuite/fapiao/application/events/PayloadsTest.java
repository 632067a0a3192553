package org.fapiaosuite.fapiao.application.events;

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
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationEvent;
import org.fapiaosuite.fapiao.application.ApplicationItem;
import org.fapiaosuite.fapiao.application.DeliveryOutcome;
import org.fapiaosuite.fapiao.application.Draft;
import org.fapiaosuite.fapiao.application.Purpose;
import org.fapiaosuite.fapiao.application.Shipment;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.IssueOrder;
import org.fapiaosuite.fapiao.issuing.IssuedFapiao;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.issuing.NumberScheme;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.outbox.OutboxRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything this service can tell of an application is what its contracts promise. */
class PayloadsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00.123456Z");
  private static final Promise PROMISE = new Promise(Instant.parse("2026-11-24T09:30:00Z"), false);
  private static final TaxSplit TOTAL = new TaxSplit(Money.ofFen(119_811), Money.ofFen(7_189));

  /** Promised to listeners before anything here tells it: no application waits for stock yet. */
  private static final Set<String> NOT_TOLD_YET = Set.of("fapiao.application-waiting.v1");

  /** What its customer sees in the progress, and nobody else needs to know. */
  private static final Set<Class<?>> NOBODY_ELSES_BUSINESS =
      Set.of(ApplicationEvent.DeliveryChanged.class);

  static List<ApplicationEvent> events() {
    return List.of(
        new ApplicationEvent.Submitted(),
        new ApplicationEvent.Accepted(),
        new ApplicationEvent.Rejected("The title is not the registered name."),
        new ApplicationEvent.Reduced(Money.ofFen(1), "REFUND"),
        new ApplicationEvent.Cancelled(ApplicationEvent.CancelledBy.CUSTOMER, "CUSTOMER_REQUEST"),
        new ApplicationEvent.Cancelled(ApplicationEvent.CancelledBy.SYSTEM, "REFUND"),
        new ApplicationEvent.DueChanged(PROMISE.dueAt()),
        new ApplicationEvent.DeliveryChanged(),
        new ApplicationEvent.Issued(
            List.of(
                fapiao(new LegalNumber(NumberScheme.LEGACY_CODE_NUMBER, "3100261330", "00000001")),
                fapiao(new LegalNumber(NumberScheme.UNIFIED_20, null, "26317000000000000001")))),
        new ApplicationEvent.MailedOut(
            new Shipment(Carrier.SF, "SF1234567890123", NOW), "https://www.sf-express.com/"),
        new ApplicationEvent.ReadyForPickup("德国中心", LocalDate.of(2026, 12, 20)),
        new ApplicationEvent.ReadyForPickup("德国中心", null),
        new ApplicationEvent.Delivered(DeliveryOutcome.DELIVERED),
        new ApplicationEvent.Delivered(DeliveryOutcome.RETURNED),
        new ApplicationEvent.Delivered(DeliveryOutcome.LOST));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_told_keeps_its_contract(ApplicationEvent event) {
    Payloads.of(event, application(), NOW)
        .ifPresentOrElse(
            told -> Contract.assertKept(told.type(), written(told)),
            () -> assertEquals(Set.of(event.getClass()), NOBODY_ELSES_BUSINESS));
  }

  @Test
  void every_event_of_an_application_is_among_them_and_every_contract_is_used() {
    assertEquals(
        Set.copyOf(Arrays.asList(ApplicationEvent.class.getPermittedSubclasses())).stream()
            .filter(type -> !type.isEnum())
            .collect(Collectors.toSet()),
        events().stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new)));
    assertEquals(
        Contract.types(),
        Stream.concat(
                NOT_TOLD_YET.stream(),
                events().stream()
                    .flatMap(event -> Payloads.of(event, application(), NOW).stream())
                    .map(Payloads.Payload::type))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String written(Payloads.Payload told) {
    return OutboxRow.of(
            OutgoingEvent.of(new UUID(1, 1), "fapiao.events", told.type(), "key", NOW, told.data()))
        .data();
  }

  private static Application application() {
    ApplicationItem item =
        new ApplicationItem(
            new UUID(2, 2),
            "E0700K3M9Q",
            "Office 365 E3, 12 months",
            NOW,
            true,
            TOTAL.gross(),
            "3040203",
            600);
    Application application =
        new Application(
            new UUID(3, 3),
            "01932b00-1111-7abc-9def-0123456789ab",
            new Draft(
                "simulator:contoso-cn",
                FapiaoType.ORDINARY,
                Medium.PAPER,
                Purpose.GENERAL,
                buyer(),
                new Delivery(DeliveryMethod.PICKUP, "王小明", "13800138000", null, null, null),
                List.of(item),
                TOTAL,
                null,
                List.of()),
            NOW);
    application.confirm(application.accountId(), PROMISE, 1, NOW);
    return application;
  }

  private static Buyer buyer() {
    return new Buyer(TitleType.INDIVIDUAL, "王小明", null, null, null, null, null);
  }

  private static Fapiao fapiao(LegalNumber number) {
    IssueOrder order =
        new IssueOrder(
            new UUID(3, 3),
            "simulator:contoso-cn",
            FapiaoType.ORDINARY,
            Medium.PAPER,
            buyer(),
            new FapiaoPlan(List.of()),
            List.of());
    return new Fapiao(
        new UUID(4, 4), order, 0, new IssuedFapiao(number, LocalDate.of(2026, 11, 20), TOTAL), NOW);
  }
}
