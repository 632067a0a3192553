import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Restarts the copies of every service one after the other under load, and counts what went wrong.
 * Arguments: top of the checkout, home of the suite, nginx, seconds of measuring, clients.
 */
public class Rolling {
  private static final int CUSTOMERS = 6;
  private static final int BILLS = 40;
  private static final String PASSWORD = "correct horse battery staple";
  private static final Pattern ACTIVATION = Pattern.compile("/activate#token=([^\\s&\"<]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonNode suite;
  private final String gateway;

  Rolling(JsonNode suite, String gateway) {
    this.suite = suite;
    this.gateway = gateway;
  }

  public static void main(String[] arguments) throws Exception {
    Path top = Path.of(arguments[0]);
    Path home = Path.of(arguments[1]);
    int seconds = Integer.parseInt(arguments[3]);
    int clients = Integer.parseInt(arguments[4]);
    boolean clean;
    try (Endpoints endpoints =
            new Endpoints(home.resolve("nginx"), arguments[2], Copies.SERVICES);
        Copies copies = new Copies(top, home, endpoints)) {
      System.out.println("starting a second copy of each service, and each first one again");
      copies.begin();
      Rolling rolling = new Rolling(copies.suite(), endpoints.url("gateway"));
      clean = rolling.run(copies, seconds, clients);
    }
    System.exit(clean ? 0 : 1);
  }

  private boolean run(Copies copies, int seconds, int clients) throws Exception {
    List<Load.Person> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(customer());
    }
    JsonNode staff = suite.path("staff").get(0);
    Load.Person clerk =
        new Load.Person(staff.path("email").asText(), staff.path("password").asText());
    Load load =
        new Load(gateway, suite.path("platform").path("secret").asText(), customers, clerk);
    for (Load.Person customer : customers) {
      load.signIn(customer);
      awaitBills(customer);
    }
    System.out.printf("%d customers with %d bills each; warming up%n", CUSTOMERS, BILLS);
    Load.Run warmUp = load.new Run(clients, 0);
    Thread.sleep(seconds * 500L);
    warmUp.stop();
    Load.Run full = load.new Run(clients, 0);
    Thread.sleep(seconds * 1000L);
    double most = full.stop();
    System.out.printf(
        Locale.ROOT,
        "%d clients: %.0f requests a second, p50 %.0f ms, p99 %.0f ms, %d failed%n%n",
        clients, most, load.within(0.5), load.within(0.99), load.failures.size());
    // What is refused at the limit, with 503 and a time to come back, has nothing to do with restarts.
    load.failures.forEach(failure -> System.out.println("  " + failure));
    load.failures.clear();
    long before = load.answered.get();
    Load.Run half = load.new Run(clients * 2, most / 2);
    System.out.printf("%-16s %12s %18s %8s%n", "restarted", "away, s", "requests meanwhile", "failed");
    for (String service : Copies.SERVICES) {
      for (int copy = 0; copy < 2; copy++) {
        long answered = load.answered.get();
        int failed = load.failures.size();
        double away = copies.restart(service, copy);
        System.out.printf(
            Locale.ROOT,
            "%-16s %12.1f %18d %8d%n",
            service + "-" + copy, away, load.answered.get() - answered, load.failures.size() - failed);
      }
    }
    double rate = half.stop();
    System.out.printf(
        Locale.ROOT,
        "%nat half of the load: %d requests, %.0f a second, p50 %.0f ms, p99 %.0f ms%n",
        load.answered.get() - before, rate, load.within(0.5), load.within(0.99));
    return tell(load);
  }

  /** Prints what must be 0; returns whether it is. */
  private boolean tell(Load load) throws Exception {
    Books books = new Books(suite);
    books.awaitRest();
    // Order numbers are kept in capitals.
    List<String> orders =
        load.pushed.stream().map(number -> number.toUpperCase(Locale.ROOT)).toList();
    List<String> applications = List.copyOf(load.confirmed);
    Books.Mails mails = books.mails();
    long sent = books.number("notification", "SELECT count(*) FROM delivery WHERE state = 'SENT'");
    Map<String, Books.Difference> wrong = new LinkedHashMap<>();
    wrong.put("orders in the order book", books.compare("order-sync", "order_number", "orders", orders));
    wrong.put("orders in account-service", books.compare("account", "order_number", "paid_order", orders));
    wrong.put("bills", books.compare("fapiao", "order_number", "bill", orders));
    wrong.put(
        "confirmations of orders, queued",
        books.compare(
            "notification", "order_numbers[1]", "delivery WHERE kind = 'ORDER_CONFIRMATION'", orders));
    wrong.put(
        "confirmations of orders, received",
        Books.difference(mails.byRecipient(), orders.stream().map(Load::payer).toList()));
    wrong.put(
        "applications submitted",
        books.compare("fapiao", "id", "application WHERE status = 'SUBMITTED'", applications));
    wrong.put(
        "mails that one was received, queued",
        books.compare(
            "notification",
            "facts::jsonb ->> 'applicationId'",
            "delivery WHERE kind = 'APPLICATION_RECEIVED'",
            applications));
    System.out.printf("%n%d orders pushed, %d applications confirmed, %d mails received%n%n",
        orders.size(), applications.size(), mails.all());
    System.out.printf("%-36s %10s %10s%n", "", "missing", "too many");
    long all = load.failures.size() + books.deadLetters() + mails.twice().size();
    for (Map.Entry<String, Books.Difference> line : wrong.entrySet()) {
      Books.Difference is = line.getValue();
      System.out.printf("%-36s %10d %10d%n", line.getKey(), is.missing(), is.extra());
      all += is.missing() + is.extra();
    }
    System.out.printf("%-36s %10d %10d%n", "mails sent and mails received",
        Math.max(0, sent - mails.all()), Math.max(0, mails.all() - sent));
    all += Math.abs(sent - mails.all());
    System.out.printf("%n%-36s %10d%n", "requests that failed", load.failures.size());
    System.out.printf("%-36s %10d%n", "events set aside", books.deadLetters());
    System.out.printf("%-36s %10d%n", "mails received twice", mails.twice().size());
    load.failures.stream().limit(40).forEach(failure -> System.out.println("  " + failure));
    System.out.println(all == 0 ? "nothing failed, nothing lost, nothing twice" : "NOT CLEAN");
    return all == 0;
  }

  /** Somebody who has paid some orders four days ago, and has an account. */
  private Load.Person customer() throws Exception {
    String email = "finance-" + UUID.randomUUID() + "@contoso.example";
    String customerId = "rolling-" + UUID.randomUUID();
    String paidAt = Instant.now().minus(Duration.ofDays(4)).toString();
    Map<String, Object> first =
        Map.of(
            "customerId", customerId,
            "payer", Map.of("name", "上海示例科技有限公司", "email", email),
            "paidAt", paidAt);
    String simulator = suite.path("simulator").asText();
    String order = post(simulator + "/orders", first, 201).path("orderNumber").asText();
    Map<String, Object> others = Map.of("customerId", customerId, "paidAt", paidAt);
    post(simulator + "/orders/bulk", Map.of("count", BILLS - 1, "order", others), 201);
    post(
        gateway + "/api/v1/registrations",
        Map.of("orderNumber", order, "email", email, "password", PASSWORD, "locale", "en"),
        202);
    String token = awaitActivation(email);
    post(gateway + "/api/v1/activations", Map.of("token", token), 204);
    return new Load.Person(email, PASSWORD);
  }

  private String awaitActivation(String email) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String address =
        suite.path("mailbox").asText()
            + "/messages?to="
            + URLEncoder.encode(email, StandardCharsets.UTF_8);
    while (System.nanoTime() < deadline) {
      for (JsonNode mail : send(HttpRequest.newBuilder(URI.create(address)), 200)) {
        Matcher link = ACTIVATION.matcher(mail.path("text").asText());
        if (link.find()) {
          return link.group(1);
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("no activation mail within " + PATIENCE);
  }

  private void awaitBills(Load.Person customer) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> bills = new ArrayList<>();
    while (bills.size() < BILLS) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("only " + bills.size() + " bills within " + PATIENCE);
      }
      Thread.sleep(500);
      bills.clear();
      for (JsonNode bill :
          send(
                  HttpRequest.newBuilder(URI.create(gateway + "/api/v1/bills?limit=100"))
                      .header("Authorization", "Bearer " + customer.token),
                  200)
              .path("items")) {
        if (bill.path("status").asText().equals("INVOICEABLE")) {
          bills.add(bill.path("id").asText());
        }
      }
    }
    customer.bills.addAll(bills);
  }

  private JsonNode post(String address, Object body, int expected) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    return send(request, expected);
  }

  private JsonNode send(HttpRequest.Builder request, int expected) throws Exception {
    HttpResponse<String> answer =
        http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(
          answer.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
  }
}
