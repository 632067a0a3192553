package org.fapiaosuite.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A customer who can sign in at once: what a person would have done at the payment platform, in the
 * pages and in the mailbox is done for them through the same doors. Begun and interrupted, it goes
 * on where it was; once done, it is left to whoever plays with it.
 */
public final class DemoCustomer {
  /** Also the payer's, so that the orders are the customer's without a claim. */
  public static final String EMAIL = "demo@contoso.example";

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long SECONDS_BETWEEN_LOOKS = 2;
  private static final Pattern ACTIVATION = Pattern.compile("/activate#token=([^\\s&\"<]+)");

  private final String password;
  private final Path done;
  private final Clock clock;
  private final Api gateway;
  private final Api simulator;
  private final Api mailbox;
  private final DemoClerk clerk;

  /**
   * Everything it needs of a suite that serves.
   *
   * @param done a file that says that nothing is left to do
   */
  public DemoCustomer(
      String password,
      Path done,
      Clock clock,
      DemoDoors doors,
      String clerkEmail,
      String clerkPassword) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.password = password;
    this.done = done;
    this.clock = clock;
    this.gateway = new Api(client, doors.gateway(), "");
    this.simulator = new Api(client, doors.simulator(), "");
    this.mailbox = new Api(client, doors.mailbox(), "");
    this.clerk = new DemoClerk(gateway, clerkEmail, clerkPassword, clock);
  }

  /** Where it does what a person would do; base URLs. */
  public record DemoDoors(String gateway, String simulator, String mailbox) {}

  /** Whether an earlier run has made it in this suite's data. */
  public boolean exists() {
    return Files.exists(done);
  }

  /**
   * Makes the customer, or what is missing of it.
   *
   * @throws IOException when the suite does not do what is asked, or not in four minutes
   */
  public void make() throws IOException, InterruptedException {
    Instant deadline = clock.instant().plus(PATIENCE);
    pay();
    if (signIn().isEmpty()) {
      register(deadline);
    }
    for (DemoOrder order : DemoOrder.ALL) {
      bring(order, deadline);
    }
    Files.writeString(done, "");
  }

  private void pay() throws IOException, InterruptedException {
    for (DemoOrder order : DemoOrder.ALL) {
      simulator.post("/orders", order.payment(EMAIL, clock.instant()), Set.of(201, 409));
      boolean refund =
          order.fate() == DemoOrder.Fate.REFUNDED
              && simulator.get("/orders/" + order.number()).path("refunds").isEmpty();
      if (refund) {
        simulator.post("/refunds", Map.of("orderNumber", order.number()), Set.of(201));
      }
    }
  }

  private void register(Instant deadline) throws IOException, InterruptedException {
    gateway.post(
        "/api/v1/registrations",
        Map.of(
            "orderNumber",
            DemoOrder.ALL.get(0).number(),
            "email",
            EMAIL,
            "password",
            password,
            "locale",
            "zh-CN"),
        Set.of(202));
    String token = await(deadline, "the activation mail", this::activationToken);
    gateway.post("/api/v1/activations", Map.of("token", token), Set.of(204));
  }

  private Optional<String> activationToken() throws IOException, InterruptedException {
    Optional<String> newest = Optional.empty();
    for (JsonNode mail : mailbox.get("/messages?to=" + EMAIL)) {
      Matcher link = ACTIVATION.matcher(mail.path("text").asText());
      if (link.find()) {
        newest = Optional.of(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
      }
    }
    return newest;
  }

  private Optional<Api> signIn() throws IOException, InterruptedException {
    Api.Answer session =
        gateway.post(
            "/api/v1/sessions",
            Map.of("email", EMAIL, "password", password),
            Set.of(201, 401, 403, 409));
    return session.status() == 201
        ? Optional.of(gateway.as(session.body().path("accessToken").asText()))
        : Optional.empty();
  }

  /** From bill to waybill, as far as this order's fate is. */
  private void bring(DemoOrder order, Instant deadline) throws IOException, InterruptedException {
    switch (order.fate()) {
      case PAID, REFUNDED -> {}
      case SUBMITTED, ISSUED, MAILED_OUT ->
          clerk.bring(
              await(deadline, "bill " + order.number(), () -> applied(order)), order.fate());
    }
  }

  /** The application for an order, made as soon as the order can be invoiced. */
  private Optional<String> applied(DemoOrder order) throws IOException, InterruptedException {
    // The token names the customer's orders; it is older than the link to them at first.
    Optional<Api> customer = signIn();
    if (customer.isEmpty()) {
      return Optional.empty();
    }
    for (JsonNode bill : customer.get().get("/api/v1/bills?limit=100").path("items")) {
      if (bill.path("orderNumber").asText().equals(order.number())) {
        if (bill.hasNonNull("applicationId")) {
          return Optional.of(bill.path("applicationId").asText());
        }
        if (bill.path("status").asText().equals("INVOICEABLE")) {
          return Optional.of(apply(customer.get(), bill.path("id").asText()));
        }
      }
    }
    return Optional.empty();
  }

  private static String apply(Api customer, String billId)
      throws IOException, InterruptedException {
    String id =
        customer
            .post("/api/v1/applications", DemoOrder.application(billId), Set.of(201))
            .body()
            .path("id")
            .asText();
    customer.post("/api/v1/applications/" + id + "/confirmation", Map.of(), Set.of(200));
    return id;
  }

  private interface Look<T> {
    Optional<T> now() throws IOException, InterruptedException;
  }

  private <T> T await(Instant deadline, String what, Look<T> look)
      throws IOException, InterruptedException {
    for (Optional<T> seen = look.now(); ; seen = look.now()) {
      if (seen.isPresent()) {
        return seen.get();
      }
      if (clock.instant().isAfter(deadline)) {
        throw new IOException(what + " did not come");
      }
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
    }
  }
}
