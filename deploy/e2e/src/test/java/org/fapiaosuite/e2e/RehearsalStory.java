package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What days bring, through the gateway: fapiao-service's clock is moved to them, everybody else's
 * stays. All in one year that nobody else looks at, three years ahead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalStory {
  private static final Clock MACHINE = Clock.systemUTC();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String CENTRE = "/api/v1/service-centre";
  private static final String QUOTA = CENTRE + "/capacity/SPECIAL/ELECTRONIC";
  private static final String STAFF = "service-centre@fapiao.example";

  private static final Suite suite = Suite.shared();
  private static final Path ahead = suite.home().resolve("run/clock-ahead");
  private static final Path log = suite.home().resolve("run/logs/fapiao.log");

  /** The Monday of a week in March, which are the only holidays of its year. */
  private final LocalDate holiday =
      LocalDate.of(MACHINE.instant().atZone(CHINA).getYear() + 3, Month.MARCH, 1)
          .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
          .plusWeeks(1);

  private final ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");
  private final Http lead = ServiceCentre.signedIn(suite, "LEAD").api();

  @BeforeAll
  void the_holidays_of_that_year_are_announced() {
    lead.put(
            CENTRE + "/calendar/" + holiday.getYear(),
            Map.of(
                "source",
                "https://www.gov.cn/",
                "offDays",
                Stream.iterate(holiday, day -> day.plusDays(1))
                    .limit(7)
                    .map(LocalDate::toString)
                    .toList(),
                "workDays",
                List.of()))
        .expect(200);
  }

  @AfterEach
  void today_again() throws IOException {
    Files.deleteIfExists(ahead);
  }

  @Test
  void what_is_confirmed_before_a_holiday_week_is_due_after_it() throws IOException {
    Customer customer = customer();
    String id = draft(customer, Customer.application(bill(customer), "王小明"));

    it_is(holiday.minusDays(3), "10:00");
    customer.confirm(id);

    assertEquals(
        at(holiday.plusDays(8), "17:30").toString(),
        customer.application(id).path("dueAt").asText());
  }

  @Test
  void a_promise_at_risk_is_told_and_a_broken_one_counts() throws IOException {
    // Given
    Customer customer = customer();
    it_is(holiday.plusDays(7), "10:00");
    String id = draft(customer, Customer.application(bill(customer), "王小明"));
    customer.confirm(id);
    clerk.accept(id);
    String order = customer.application(id).path("items").path(0).path("orderNumber").asText();
    assertEquals(List.of(), queue("atRisk=true&search=" + order));

    // When four working hours are left
    it_is(holiday.plusDays(9), "13:31");

    // Then
    suite
        .mailbox()
        .awaitMail(
            STAFF,
            "promise at risk",
            mail -> mail.subject().contains("due soon") && mail.text().contains(order));
    assertEquals(List.of(id), queue("atRisk=true&search=" + order));
    assertEquals(List.of(), queue("overdue=true&search=" + order));

    // When none is
    it_is(holiday.plusDays(9), "17:31");

    // Then
    assertEquals(List.of(id), queue("overdue=true&search=" + order));
    assertTrue(overdue() > 0);
    clerk.issue(id, ServiceCentre.nextNumber(), holiday.plusDays(9).toString());
    assertEquals(List.of(), queue("overdue=true&search=" + order));
  }

  @Test
  void who_finds_the_quota_used_up_is_served_on_the_first_of_the_month() throws IOException {
    // Given a quota of 200 yuan without tax, all of which is issued
    it_is(holiday.plusDays(14), "10:00");
    quota(Map.of("monthlyQuota", cny("200.00")));
    Customer customer = customer();
    String bill = bill(customer);
    String first = draft(customer, electronic(bill, "212.00"));
    customer.confirm(first);
    clerk.accept(first);
    lead.post(
            CENTRE + "/applications/" + first + "/issue",
            Map.of(
                "fapiaos",
                List.of(
                    Map.of(
                        "numberScheme", "UNIFIED_20",
                        "number", "%02d319%015d".formatted(holiday.getYear() % 100, 1),
                        "issuedOn", holiday.plusDays(14).toString()))))
        .expect(200);

    // When
    String second = draft(customer, electronic(bill, "106.00"));
    customer.confirm(second);
    clerk.accept(second);

    // Then it waits for the next month, which takes it up again
    LocalDate next = holiday.withDayOfMonth(1).plusMonths(1);
    JsonNode waiting = customer.application(second);
    assertEquals("WAITING_FOR_STOCK", waiting.path("status").asText());
    assertEquals(at(next, "00:00").toString(), waiting.path("expectedIssueAt").asText());
    it_is(next, "00:01");
    await()
        .atMost(Customer.PATIENCE)
        .until(() -> customer.application(second).path("status").asText().equals("IN_PROCESS"));
    assertTrue(
        Instant.parse(customer.application(second).path("dueAt").asText())
            .isAfter(at(next, "00:01")));
    lead.post(
            CENTRE + "/applications/" + second + "/rejection",
            Map.of("reason", "Only a rehearsal."))
        .expect(200);
    quota(Map.of());
  }

  @Test
  void what_nobody_picks_up_is_reminded_of_and_lapses() throws IOException {
    // Given a Fapiao that is ready at the branch
    Customer customer = customer();
    it_is(holiday.plusDays(7), "10:00");
    Map<String, Object> request = new HashMap<>(Customer.application(bill(customer), "王小明"));
    request.put("delivery", Map.of("method", "PICKUP", "recipient", "王小明", "phone", "13800138000"));
    String id = draft(customer, request);
    customer.confirm(id);
    clerk.accept(id);
    clerk.issue(id, ServiceCentre.nextNumber(), holiday.plusDays(7).toString());
    lead.post(CENTRE + "/applications/" + id + "/ready-for-pickup", null).expect(200);
    LocalDate last = LocalDate.parse(customer.application(id).path("pickupUntil").asText());

    // When the last day comes
    it_is(last, "09:00");

    // Then
    suite
        .mailbox()
        .awaitMail(customer.email, "reminder", mail -> mail.subject().contains("pick up"));
    assertEquals("READY_FOR_PICKUP", customer.application(id).path("status").asText());

    // When it is over
    it_is(last.plusDays(1), "00:01");

    // Then
    suite
        .mailbox()
        .awaitMail(customer.email, "lapsed", mail -> mail.subject().contains("not picked up"));
    assertEquals("RETURNED", customer.application(id).path("status").asText());
  }

  @Test
  void two_clerks_take_one_application_once() {
    Customer customer = customer();
    String id = draft(customer, Customer.application(bill(customer), "王小明"));
    customer.confirm(id);
    String claim = CENTRE + "/applications/" + id + "/claim";

    clerk.api().post(claim, null).expect(200);

    assertEquals(409, lead.post(claim, null).status());
  }

  /** Moves fapiao-service to a moment in China, and waits until it is there. */
  private void it_is(LocalDate day, String time) throws IOException {
    Duration by = Duration.between(MACHINE.instant(), at(day, time));
    Path draft = ahead.resolveSibling("clock-ahead.draft");
    Files.writeString(draft, by.toString());
    Files.move(draft, ahead, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    await(day + " " + time)
        .atMost(Customer.PATIENCE)
        .until(
            () -> {
              counts(); // whoever asks for the time has the file looked at
              return Files.readString(log).contains("the clock is " + by + " ahead");
            });
  }

  private static Customer customer() {
    return Customer.stranger(suite);
  }

  /** Registers the customer and gives the id of a bill of 1,270 yuan. */
  private static String bill(Customer customer) {
    String orderNumber =
        suite
            .simulator()
            .post(
                "/orders",
                Map.of(
                    "payer", Map.of("name", "上海示例科技有限公司", "email", customer.email),
                    "product", "Office 365 E3, 12 months",
                    "amount", cny("1270.00"),
                    "paidAt", MACHINE.instant().minus(Duration.ofDays(4)).toString()))
            .expect(201)
            .json()
            .path("orderNumber")
            .asText();
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

  private static Map<String, Object> electronic(String bill, String amount) {
    return Map.of(
        "items", List.of(Map.of("billId", bill, "amount", cny(amount))),
        "type", "SPECIAL",
        "medium", "ELECTRONIC",
        "buyer",
            Map.of(
                "titleType", "ORGANIZATION",
                "name", "上海示例科技有限公司",
                "taxpayerId", "91350100M000100Y43",
                "address", "科苑路88号",
                "phone", "021-28986102",
                "bankName", "中国银行上海分行",
                "bankAccount", "6222021234567890"),
        "delivery", Map.of("method", "EMAIL", "recipient", "finance@contoso.example"));
  }

  private static String draft(Customer customer, Map<String, Object> request) {
    return customer
        .api()
        .post("/api/v1/applications", request)
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private void quota(Map<String, Object> settings) {
    lead.with("If-Match", "*").put(QUOTA, settings).expect(200);
  }

  /** The ids that a filter of the work queue leaves. */
  private List<String> queue(String filter) {
    List<String> ids = new ArrayList<>();
    clerk
        .api()
        .get(CENTRE + "/applications?" + filter)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private long overdue() {
    long sum = 0;
    for (JsonNode item : counts().path("items")) {
      sum += item.path("overdue").asLong();
    }
    return sum;
  }

  private JsonNode counts() {
    return clerk.api().get(CENTRE + "/applications/counts").expect(200).json();
  }

  private static Map<String, String> cny(String value) {
    return Map.of("currency", "CNY", "value", value);
  }

  private static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(CHINA).toInstant();
  }
}
