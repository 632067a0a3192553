package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The suite's reason to be: a paid order becomes a Fapiao that is mailed out. */
class PaidOrderStory {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Suite suite = Suite.shared();

  @Test
  void an_order_paid_four_days_ago_becomes_a_fapiao_that_is_mailed_out() {
    // Given an order that was paid four days ago
    Customer customer = Customer.stranger(suite);
    String orderNumber = pay(customer, CLOCK.instant().minus(Duration.ofDays(4)));

    // When its payer walks from the confirmation mail to a confirmed application
    Mailbox.Mail confirmation = awaitConfirmation(customer, orderNumber);
    assertEquals(orderNumber, confirmation.linkParameter("/register", "order"));
    customer.register(orderNumber, confirmation.linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();
    JsonNode bill = customer.awaitBill(orderNumber, "INVOICEABLE");
    assertEquals("1270.00", bill.path("invoiceableAmount").path("value").asText());
    String id = customer.apply(bill.path("id").asText(), "王小明").path("id").asText();
    JsonNode confirmed = customer.confirm(id);

    // Then it is promised within two working days
    assertEquals("SUBMITTED", confirmed.path("status").asText());
    OffsetDateTime dueAt = OffsetDateTime.parse(confirmed.path("dueAt").asText());
    assertTrue(dueAt.toInstant().isAfter(CLOCK.instant().plus(Duration.ofHours(24))), "" + dueAt);
    assertEquals("17:30", dueAt.atZoneSameInstant(CHINA).toLocalTime().toString());

    // When the service centre accepts, issues and mails it out
    ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");
    assertEquals("IN_PROCESS", clerk.accept(id).path("status").asText());
    String number = ServiceCentre.nextNumber();
    clerk.issue(id, number, LocalDate.now(CLOCK.withZone(CHINA)).toString());
    clerk.mailOut(id, "SF1234567890123");

    // Then the customer sees and hears of it
    assertEquals("MAILED_OUT", customer.application(id).path("status").asText());
    assertEquals(
        List.of(
            "Submitted: handed over to the service centre", "In process", "Issued", "Mailed out"),
        customer.remarks(id, "en"));
    assertEquals(
        List.of("已提交，交由服务中心处理", "服务中心处理中", "已开具 (Issued)", "已寄出 (Mailed out)"),
        customer.remarks(id, "zh-CN"));
    assertEquals(
        List.of(
            "Eingereicht: an das Servicecenter übergeben (Submitted)",
            "In Bearbeitung (In process)",
            "Ausgestellt (Issued)",
            "Versandt (Mailed out)"),
        customer.remarks(id, "de"));
    customer.awaitBill(orderNumber, "ISSUED");
    Mailbox mailbox = suite.mailbox();
    mailbox.awaitMail(customer.email, "mail of issue", m -> m.text().contains(number));
    mailbox.awaitMail(
        customer.email, "mail of shipping", m -> m.text().contains("SF1234567890123"));
  }

  @Test
  void an_order_paid_now_says_from_when_it_can_be_applied_for() {
    // Given
    Customer customer = Customer.stranger(suite);
    Instant paidAt = Instant.ofEpochSecond(CLOCK.instant().getEpochSecond());

    // When
    String orderNumber = pay(customer, paidAt);
    Mailbox.Mail confirmation = awaitConfirmation(customer, orderNumber);
    customer.register(orderNumber, confirmation.linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();

    // Then
    JsonNode bill = customer.awaitBill(orderNumber, "SYNCHRONISING");
    assertEquals(
        paidAt.plus(Duration.ofHours(72)),
        OffsetDateTime.parse(bill.path("invoiceableFrom").asText()).toInstant());
    assertEquals("SETTLEMENT_WINDOW", blockReason(bill));
    Http.Answer refused =
        customer
            .api()
            .post("/api/v1/applications", Customer.application(bill.path("id").asText(), "王小明"));
    assertTrue(refused.status() == 409 || refused.status() == 422, refused.text());
    assertEquals("application/problem+json", refused.contentType().split(";")[0]);
  }

  @Test
  void a_registration_that_overtakes_its_order_is_kept() {
    // Given a registration for an order that has not arrived
    Customer customer = Customer.stranger(suite);
    String orderNumber = "E" + System.nanoTime();
    customer
        .api()
        .post(
            "/api/v1/registrations",
            Map.of(
                "orderNumber",
                orderNumber,
                "email",
                customer.email,
                "password",
                customer.password,
                "locale",
                "de"))
        .expect(202);

    // When the order arrives
    suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "orderNumber",
                orderNumber,
                "payer",
                Map.of("name", "Contoso", "email", customer.email)))
        .expect(201);

    // Then the activation mail comes, and it activates
    customer.activate();
    customer.signIn();
    assertEquals(200, customer.api().get("/api/v1/account").status());
  }

  @Test
  void nothing_is_lost_or_mailed_twice_when_the_suite_stops_and_starts() {
    // Given a confirmed application
    Customer customer = Customer.stranger(suite);
    String orderNumber = pay(customer, CLOCK.instant().minus(Duration.ofDays(4)));
    Mailbox.Mail confirmation = awaitConfirmation(customer, orderNumber);
    customer.register(orderNumber, confirmation.linkParameter("/register", "claim"));
    customer.activate();
    customer.signIn();
    String billId = customer.awaitBill(orderNumber, "INVOICEABLE").path("id").asText();
    String id = customer.apply(billId, "王小明").path("id").asText();
    customer.confirm(id);
    new Audit(suite).awaitRest();
    List<Mailbox.Mail> before = suite.mailbox().to(customer.email);

    // When
    suite.restart();

    // Then
    customer.signIn();
    assertEquals("SUBMITTED", customer.application(id).path("status").asText());
    customer.awaitBill(orderNumber, "APPLIED");
    ServiceCentre.signedIn(suite, "CLERK").accept(id);
    new Audit(suite).awaitRest();
    List<String> after =
        suite.mailbox().to(customer.email).stream().map(Mailbox.Mail::messageId).toList();
    assertEquals(after.stream().distinct().toList(), after);
    assertTrue(after.size() >= before.size(), "mails got lost: " + after);
  }

  private static String pay(Customer customer, Instant paidAt) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "上海示例科技有限公司", "email", customer.email),
                "product", "Office 365 E3, 12 months",
                "amount", Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt", paidAt.toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static Mailbox.Mail awaitConfirmation(Customer customer, String orderNumber) {
    return suite
        .mailbox()
        .awaitMail(
            customer.email,
            "order confirmation",
            m -> m.text().contains(orderNumber) && m.text().contains("/register#"));
  }

  private static String blockReason(JsonNode bill) {
    JsonNode reason = bill.path("blockReason");
    return reason.isObject() ? reason.path("code").asText() : reason.asText();
  }
}
