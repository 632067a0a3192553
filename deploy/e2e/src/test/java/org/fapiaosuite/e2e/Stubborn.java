package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The whole story of one order, by people who try again whatever is answered until it goes on: a
 * step that was lost on the way back is repeated with the same Idempotency-Key.
 */
final class Stubborn {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  final String orderNumber;
  final Customer customer;
  final String fapiaoNumber = ServiceCentre.nextNumber();
  private final Suite suite;
  private final Nemesis nemesis;

  Stubborn(Suite suite, Nemesis nemesis, String orderNumber) {
    this.suite = suite;
    this.nemesis = nemesis;
    this.orderNumber = orderNumber;
    this.customer = Customer.stranger(suite);
  }

  /** From the payment to the mail that tells the waybill; the application's id. */
  String tell() {
    String paidAt = Clock.systemUTC().instant().minus(Duration.ofDays(4)).toString();
    suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "orderNumber",
                orderNumber,
                "payer",
                Map.of("name", "上海示例科技有限公司", "email", customer.email),
                "amount",
                Map.of("currency", "CNY", "value", "1270.00"),
                "paidAt",
                paidAt))
        .expect(201);
    String claim = step("confirmation mail", () -> lastLink("/register", "claim"));
    step("registration", () -> register(claim));
    step("activation", this::activate);
    String billId = step("bill", this::invoiceableBill);
    String id = step("application", () -> apply(billId));
    step("confirmation", () -> keyed("confirm").post(path(id) + "/confirmation", null).expect(200));
    step("acceptance", () -> clerk().accept(id));
    String today = LocalDate.now(Clock.system(CHINA)).toString();
    step("issue", () -> clerk().issue(id, fapiaoNumber, today));
    step("mail-out", () -> clerk().mailOut(id, "SF1234567890123"));
    step("mail of issue", () -> mailWith(fapiaoNumber));
    step("mail of shipping", () -> mailWith("SF1234567890123"));
    return id;
  }

  private Object register(String claim) {
    customer.register(orderNumber, claim);
    return "accepted";
  }

  private Object activate() {
    String token = lastLink("/activate", "token");
    customer.api().post("/api/v1/activations", Map.of("token", token));
    customer.signIn();
    return "signed in";
  }

  private String invoiceableBill() {
    customer.signIn();
    for (JsonNode bill : customer.api().get("/api/v1/bills").expect(200).json().path("items")) {
      if (bill.path("status").asText().equals("INVOICEABLE")) {
        return bill.path("id").asText();
      }
    }
    throw new AssertionError("no bill yet");
  }

  private String apply(String billId) {
    return keyed("apply")
        .post("/api/v1/applications", Customer.application(billId, "王小明"))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private Http keyed(String what) {
    customer.signIn();
    return customer.api().with("Idempotency-Key", what + "-" + orderNumber);
  }

  private static String path(String id) {
    return "/api/v1/applications/" + id;
  }

  private ServiceCentre clerk() {
    return ServiceCentre.signedIn(suite, "CLERK");
  }

  private String mailWith(String text) {
    return suite.mailbox().to(customer.email).stream()
        .filter(mail -> mail.text().contains(text))
        .findFirst()
        .orElseThrow()
        .messageId();
  }

  private String lastLink(String page, String parameter) {
    List<Mailbox.Mail> mails =
        suite.mailbox().to(customer.email).stream()
            .filter(mail -> mail.text().contains(page + "#"))
            .toList();
    return mails.get(mails.size() - 1).linkParameter(page, parameter);
  }

  private <T> T step(String name, Callable<T> attempt) {
    AtomicReference<@Nullable Throwable> last = new AtomicReference<>();
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    try {
      await(name + " of " + orderNumber)
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(400))
          .until(
              () -> {
                nemesis.step();
                try {
                  result.set(attempt.call());
                  return true;
                } catch (Exception | AssertionError e) {
                  last.set(e);
                  return false;
                }
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(name + " of " + orderNumber + " never went through", last.get());
    }
    return Objects.requireNonNull(result.get());
  }
}
