package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Special Fapiao run out and come in again, and a parcel comes back, through the gateway. */
class StockStory {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String CENTRE = "/api/v1/service-centre";
  private static final String SPECIAL = CENTRE + "/capacity/SPECIAL/PAPER";

  /** Kind digit (the eighth) 1: a special Fapiao. */
  private static final String CODE = "3100261130";

  private static final Suite suite = Suite.shared();

  private final Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
  private final ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");

  @Test
  void who_finds_no_fapiao_waits_and_is_served_when_some_arrive() {
    // Given the last special Fapiao is held
    Customer customer = Customer.stranger(suite);
    String orderNumber = pay(customer);
    String bill = bill(customer, orderNumber);
    String first = applied(customer, bill, "600.00");
    String second = applied(customer, bill, "670.00");
    arrive(1, 1, Map.of("receivedAt", CLOCK.instant().toString()));
    settle(2);
    JsonNode held = clerk.accept(first);
    assertEquals("IN_PROCESS", held.path("status").asText());
    assertEquals("00000001", held.path("numbers").path(0).path("number").asText());

    // When another one is accepted
    assertEquals("WAITING_FOR_STOCK", clerk.accept(second).path("status").asText());

    // Then its customer, whoever applies, and the service centre hear of it
    JsonNode waiting = customer.application(second);
    assertTrue(waiting.path("dueAt").isMissingNode(), waiting::toString);
    assertEquals(List.of("SPECIAL"), notices());
    Mailbox mailbox = suite.mailbox();
    mailbox.awaitMail(customer.email, "waiting", mail -> mail.subject().contains("is waiting"));
    mailbox.awaitMail(
        "service-centre@fapiao.example", "low stock", mail -> mail.text().contains("Special"));

    // When an arrival is announced, then the moment is told
    Instant expected = CLOCK.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    arrive(2, 9, Map.of("expectedAt", expected.toString()));
    await()
        .atMost(Customer.PATIENCE)
        .until(
            () ->
                expected
                    .toString()
                    .equals(customer.application(second).path("expectedIssueAt").asText()));

    // When it is here, then the application goes on, with a new promise
    lead.with("If-Match", "*")
        .put(
            CENTRE + "/stock-arrivals/" + announced(),
            Map.of("receivedAt", CLOCK.instant().toString()))
        .expect(200);
    await()
        .atMost(Customer.PATIENCE)
        .until(() -> customer.application(second).path("status").asText().equals("IN_PROCESS"));
    assertTrue(
        Instant.parse(customer.application(second).path("dueAt").asText())
            .isAfter(CLOCK.instant()));
    assertEquals(List.of(), notices());
    issue(first, "00000001");
    issue(second, "00000002");
    assertEquals("ISSUED", customer.application(second).path("status").asText());
  }

  @Test
  void a_parcel_that_came_back_goes_out_to_another_address_and_arrives() {
    // Given a mailed out Fapiao
    Customer customer = Customer.stranger(suite);
    String id = customer.apply(bill(customer, pay(customer)), "王小明").path("id").asText();
    customer.confirm(id);
    clerk.accept(id);
    clerk.issue(id, ServiceCentre.nextNumber(), LocalDate.now(CLOCK.withZone(CHINA)).toString());
    clerk.mailOut(id, "SF1234567890123");

    // When it comes back, then the customer hears what to do
    outcome(id, "RETURNED");
    suite
        .mailbox()
        .awaitMail(customer.email, "returned", mail -> mail.subject().contains("came back"));
    customer
        .api()
        .with("If-Match", "*")
        .put(
            "/api/v1/applications/" + id + "/delivery",
            Map.of(
                "method", "SF_COLLECT",
                "recipient", "王小明",
                "phone", "13800138000",
                "region", "310115",
                "address", "世纪大道100号"))
        .expect(200);

    // Then it is mailed there, and its arrival is told
    clerk.mailOut(id, "SF9999999999999");
    assertEquals("世纪大道100号", customer.application(id).path("delivery").path("address").asText());
    outcome(id, "DELIVERED");
    suite
        .mailbox()
        .awaitMail(customer.email, "completed", mail -> mail.subject().contains("delivered"));
    assertEquals("COMPLETED", customer.application(id).path("status").asText());
  }

  private static String pay(Customer customer) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "上海示例科技有限公司", "email", customer.email),
                "product", "Office 365 E3, 12 months",
                "amount", cny("1270.00"),
                "paidAt", CLOCK.instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static String bill(Customer customer, String orderNumber) {
    Mailbox.Mail confirmation =
        suite
            .mailbox()
            .awaitMail(
                customer.email,
                "order confirmation",
                mail -> mail.text().contains(orderNumber) && mail.text().contains("/register#"));
    customer.register(orderNumber, confirmation.linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();
    return customer.awaitBill(orderNumber, "INVOICEABLE").path("id").asText();
  }

  /** A confirmed application for a special Fapiao over a part of the bill. */
  private static String applied(Customer customer, String bill, String amount) {
    String id =
        customer
            .api()
            .post(
                "/api/v1/applications",
                Map.of(
                    "items", List.of(Map.of("billId", bill, "amount", cny(amount))),
                    "type", "SPECIAL",
                    "medium", "PAPER",
                    "buyer",
                        Map.of(
                            "titleType", "ORGANIZATION",
                            "name", "上海示例科技有限公司",
                            "taxpayerId", "91350100M000100Y43",
                            "address", "科苑路88号",
                            "phone", "021-28986102",
                            "bankName", "中国银行上海分行",
                            "bankAccount", "6222021234567890"),
                    "delivery",
                        Map.of(
                            "method", "SF_COLLECT",
                            "recipient", "王小明",
                            "phone", "13800138000",
                            "region", "310115",
                            "address", "科苑路88号")))
            .expect(201)
            .json()
            .path("id")
            .asText();
    customer.confirm(id);
    return id;
  }

  private void arrive(int first, int last, Map<String, String> when) {
    lead.post(
            CENTRE + "/stock-arrivals",
            Map.of(
                "type",
                "SPECIAL",
                "medium",
                "PAPER",
                "code",
                CODE,
                "first",
                "%08d".formatted(first),
                "last",
                "%08d".formatted(last),
                when.keySet().iterator().next(),
                when.values().iterator().next()))
        .expect(200);
  }

  private void settle(int threshold) {
    lead.with("If-Match", "*").put(SPECIAL, Map.of("threshold", threshold)).expect(200);
  }

  private String announced() {
    for (JsonNode range : lead.get(SPECIAL).expect(200).json().path("ranges")) {
      if (range.path("receivedAt").isMissingNode()) {
        return range.path("id").asText();
      }
    }
    throw new AssertionError("nothing is announced");
  }

  private void issue(String application, String number) {
    lead.post(
            CENTRE + "/applications/" + application + "/issue",
            Map.of(
                "fapiaos",
                List.of(
                    Map.of(
                        "numberScheme",
                        "LEGACY_CODE_NUMBER",
                        "code",
                        CODE,
                        "number",
                        number,
                        "issuedOn",
                        LocalDate.now(CLOCK.withZone(CHINA)).toString()))))
        .expect(200);
  }

  private void outcome(String application, String outcome) {
    lead.post(
            CENTRE + "/applications/" + application + "/delivery-outcome",
            Map.of("outcome", outcome))
        .expect(200);
  }

  /** The types that there are notices of. */
  private static List<String> notices() {
    return suite
        .gateway()
        .get("/api/v1/notices")
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("type");
  }

  private static Map<String, String> cny(String value) {
    return Map.of("currency", "CNY", "value", value);
  }
}
