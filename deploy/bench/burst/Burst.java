import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pushes many orders at once to a running suite and waits until the confirmation of each is out.
 * Arguments: suite.json, orders, {@code kill} or {@code -}. Moments are those that the services
 * wrote down, so that this program's looking costs next to nothing.
 */
public class Burst {
  private static final int AN_ENVELOPE = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 200;
  private static final int TICKS_PER_SECOND = 100;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final File file;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  Burst(File file) {
    this.file = file;
  }

  public static void main(String[] arguments) throws Exception {
    Burst burst = new Burst(new File(arguments[0]));
    System.exit(burst.measure(Integer.parseInt(arguments[1]), arguments[2].equals("kill")) ? 0 : 1);
  }

  private boolean measure(int orders, boolean kill) throws Exception {
    JsonNode suite = suite();
    List<byte[]> envelopes = envelopes(orders);
    Map<String, Double> before = processor(suite);
    Instant start = Instant.now();
    for (byte[] envelope : envelopes) {
      push(suite, envelope);
    }
    System.out.printf(Locale.ROOT, "%d orders pushed in %.1f s%n", orders, since(start));
    Instant back = null;
    try (Connection notification = connect(suite, "notification");
        Statement statement = notification.createStatement()) {
      if (kill) {
        await(statement, sent(orders / 4));
        back = killed(suite, start);
      }
      await(statement, sent(orders));
      Map<String, Double> after = processor(suite());
      tellCurve(statement, start);
      System.out.printf(
          Locale.ROOT,
          "heard of the last order after: notification-service %.1f s",
          number(statement, secondsUntil(start, "max(created_at)", "delivery WHERE " + ours())));
      try (Connection account = connect(suite, "account");
          Statement of = account.createStatement()) {
        System.out.printf(
            Locale.ROOT,
            ", account-service %.1f s%n",
            number(
                of,
                secondsUntil(
                    start,
                    "max(handled_at)",
                    "inbox WHERE consumer = 'account-service.orders'")));
      }
      System.out.printf(
          Locale.ROOT,
          "times that a mail found no secret: %.0f%n",
          number(statement, "SELECT sum(waits) FROM delivery WHERE " + ours()));
      tellProcessor(before, after);
      boolean complete = books(suite, orders) & mailbox(suite, orders);
      if (back != null) {
        System.out.printf(
            Locale.ROOT,
            "drained %.1f s after account-service's return%n",
            number(statement, secondsUntil(back, "max(sent_at)", "delivery WHERE " + ours())));
      }
      return complete;
    }
  }

  /** Whether the services that hear of orders have each of them; both know an order once. */
  private boolean books(JsonNode suite, int orders) throws Exception {
    return book(suite, orders, "account", "paid_order") & book(suite, orders, "fapiao", "bill");
  }

  private boolean book(JsonNode suite, int orders, String service, String table) throws Exception {
    String count =
        "SELECT count(*) FROM %s WHERE order_number LIKE 'E%s%%'"
            .formatted(table, run.toUpperCase(Locale.ROOT));
    try (Connection database = connect(suite, service);
        Statement of = database.createStatement()) {
      await(of, book -> number(book, count) >= orders);
      int lost = orders - (int) number(of, count);
      System.out.printf("%s-service: lost %d%n", service, lost);
      return lost == 0;
    }
  }

  private List<byte[]> envelopes(int orders) throws IOException {
    List<byte[]> envelopes = new ArrayList<>();
    String now = Instant.now().toString();
    for (int done = 0; done < orders; done += AN_ENVELOPE) {
      ObjectNode envelope = json.createObjectNode();
      ArrayNode events = envelope.putArray("events");
      for (int i = done; i < Math.min(orders, done + AN_ENVELOPE); i++) {
        String number = run.toUpperCase(Locale.ROOT) + i;
        ObjectNode entry = events.addObject().put("id", "msg_" + number);
        ObjectNode event = entry.putObject("event").put("type", "order.paid").put("timestamp", now);
        ObjectNode data = event.putObject("data");
        data.put("orderNumber", "E" + number).put("transactionId", "T" + number);
        data.put("customerId", "customer-" + i);
        data.putObject("payer").put("name", "上海示例科技有限公司").put("email", address(i));
        data.put("product", "Office 365 E3, 12 months").put("quantity", 10);
        data.putObject("amount").put("currency", "CNY").put("value", "1270.00");
        data.put("paidAt", now);
      }
      envelopes.add(json.writeValueAsBytes(envelope));
    }
    return envelopes;
  }

  private String address(int order) {
    return "burst-" + run + "-" + order + "@customers.example";
  }

  private String ours() {
    return "address LIKE 'burst-" + run + "-%'";
  }

  private void push(JsonNode suite, byte[] body) throws Exception {
    String id = "msg_" + UUID.randomUUID();
    long moment = Instant.now().getEpochSecond();
    String secret = suite.path("platform").path("secret").asText().substring("whsec_".length());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    mac.update((id + '.' + moment + '.').getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        suite.path("gateway").asText()
                            + "/api/v1/platforms/simulator/events/batch"))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(moment))
                .header(
                    "webhook-signature",
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("push: " + answer.statusCode() + " " + answer.body());
    }
    for (JsonNode item : json.readTree(answer.body()).path("items")) {
      if (item.path("status").asInt() != 200) {
        throw new IllegalStateException("push: " + item);
      }
    }
  }

  private interface Condition {
    boolean holds(Statement statement) throws SQLException;
  }

  private Condition sent(int count) {
    return statement ->
        number(statement, "SELECT count(*) FROM delivery WHERE state = 'SENT' AND " + ours())
            >= count;
  }

  private static void await(Statement statement, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds(statement)) {
      if (System.nanoTime() > deadline) {
        System.out.println("not all is there within " + PATIENCE);
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Kills account-service; when it is ready again. */
  private Instant killed(JsonNode suite, Instant start) throws Exception {
    ProcessHandle account =
        ProcessHandle.of(suite.path("pids").path("account").asLong()).orElseThrow();
    account.destroyForcibly();
    account.onExit().join();
    double away = since(start);
    URI ready = URI.create(suite.path("management").path("account").asText() + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          System.out.printf(
              Locale.ROOT, "account-service killed at %.1f s, back at %.1f s%n", away, since(start));
          return Instant.now();
        }
      } catch (IOException notYet) {
        // It is not there yet.
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException("account-service is not ready after " + PATIENCE);
  }

  private void tellCurve(Statement statement, Instant start) throws SQLException {
    Map<Integer, Integer> curve = new LinkedHashMap<>();
    double last = 0;
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT extract(epoch FROM sent_at) - "
                + epoch(start)
                + " FROM delivery WHERE "
                + ours()
                + " ORDER BY sent_at")) {
      while (rows.next()) {
        last = rows.getDouble(1);
        curve.merge((int) last, 1, Integer::sum);
      }
    }
    System.out.println("mails accepted in each second:");
    for (int second = 0; second <= (int) last; second++) {
      System.out.printf("  %2d s %5d%n", second, curve.getOrDefault(second, 0));
    }
    System.out.printf(Locale.ROOT, "the last mail after %.1f s%n", last);
  }

  private static String secondsUntil(Instant start, String moment, String where) {
    return "SELECT extract(epoch FROM " + moment + ") - " + epoch(start) + " FROM " + where;
  }

  private static String epoch(Instant moment) {
    return moment.getEpochSecond() + String.format(Locale.ROOT, ".%06d", moment.getNano() / 1000);
  }

  /** Seconds of processor time of each process so far; PostgreSQL with those it started. */
  private static Map<String, Double> processor(JsonNode suite) throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    suite.path("pids").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      long pid = suite.path("pids").path(name).asLong();
      double all = ticks(pid);
      if (name.equals("postgres")) {
        try (Stream<ProcessHandle> children =
            ProcessHandle.of(pid).map(ProcessHandle::descendants).orElse(Stream.empty())) {
          for (long child : children.mapToLong(ProcessHandle::pid).toArray()) {
            all += ticks(child);
          }
        }
      }
      seconds.put(name, all / TICKS_PER_SECOND);
    }
    return seconds;
  }

  private static double ticks(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
    return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
  }

  private static void tellProcessor(Map<String, Double> before, Map<String, Double> after) {
    System.out.println("processor time, s (from its start on, of one that was killed):");
    double all = 0;
    for (Map.Entry<String, Double> entry : after.entrySet()) {
      double then = before.getOrDefault(entry.getKey(), 0.0);
      double used = entry.getValue() >= then ? entry.getValue() - then : entry.getValue();
      all += used;
      if (used >= 0.05) {
        System.out.printf(Locale.ROOT, "  %-18s %5.1f%n", entry.getKey(), used);
      }
    }
    System.out.printf(Locale.ROOT, "  %-18s %5.1f%n", "all", all);
  }

  /** Whether the mailbox has exactly one mail for each order. */
  private boolean mailbox(JsonNode suite, int orders) throws Exception {
    int missing = 0;
    int more = 0;
    Map<String, Integer> mails = new LinkedHashMap<>();
    String next = "/messages?limit=500";
    while (next != null) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(suite.path("mailbox").asText() + next)).build(),
              BodyHandlers.ofString());
      for (JsonNode mail : json.readTree(answer.body())) {
        for (JsonNode to : mail.path("to")) {
          if (to.asText().startsWith("burst-" + run + "-")) {
            mails.merge(to.asText(), 1, Integer::sum);
          }
        }
      }
      next =
          answer
              .headers()
              .firstValue("Link")
              .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
              .orElse(null);
    }
    for (int i = 0; i < orders; i++) {
      int count = mails.getOrDefault(address(i), 0);
      missing += count == 0 ? 1 : 0;
      more += Math.max(0, count - 1);
    }
    System.out.printf("mailbox: lost %d, doubled %d%n", missing, more);
    return missing == 0 && more == 0;
  }

  private static double number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  private static double since(Instant start) {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }

  private JsonNode suite() throws IOException {
    return json.readTree(file);
  }

  private static Connection connect(JsonNode suite, String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + suite.path("infrastructure").path("postgres").asText()
            + "/"
            + name,
        name,
        "");
  }
}
