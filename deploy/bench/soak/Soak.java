import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Has a running suite work, and compares what its processes hold after a tenth of the work with what
 * they hold after all of it. Arguments: suite.json, requests, orders.
 *
 * <p>An order is an event to three services, a mail, and rows that are kept; rows per order must not
 * become more. A request is one of several kinds: signed in or not, through the gateway or directly,
 * well formed or refused; requests leave no row but that of the audit.
 */
public class Soak {
  private static final int CLIENTS = 8;
  private static final int BATCH = 250;

  /** Less does not warm up what is lazy. */
  private static final int SMALLEST = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What pools and timers may have opened meanwhile; a leak is a multiple of it. */
  private static final int DESCRIPTORS = 40;

  private static final int THREADS = 40;
  private static final int CONNECTIONS = 8;
  private static final double HEAP_MIB = 16;

  private static final Map<String, String> DATABASES =
      Map.of(
          "account", "account",
          "order-sync", "ordersync",
          "fapiao", "fapiao",
          "notification", "notification");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonNode suite;
  private final List<String> grown = new ArrayList<>();
  private volatile String token = "";

  Soak(JsonNode suite) {
    this.suite = suite;
  }

  /** What one process holds. */
  record Held(long descriptors, long threads, double heapMiB, long connections) {}

  public static void main(String[] arguments) throws Exception {
    Soak soak = new Soak(new ObjectMapper().readTree(new File(arguments[0])));
    int requests = Integer.parseInt(arguments[1]);
    int orders = Integer.parseInt(arguments[2]);
    System.out.printf("warming up with a tenth of %d requests and %d orders%n", requests, orders);
    soak.pay(Math.max(SMALLEST, orders / 10));
    soak.ask(Math.max(SMALLEST, requests / 10));
    Map<String, Held> before = soak.held();
    Map<String, Long> rowsBefore = soak.rows();
    soak.pay(orders);
    Map<String, Long> rowsBetween = soak.rows();
    soak.ask(requests);
    soak.tellHeld(before, soak.held());
    soak.tellRows(rowsBefore, rowsBetween, soak.rows(), orders, requests);
    soak.grown.forEach(what -> System.out.println("NOT LEVEL: " + what));
    System.out.println(soak.grown.isEmpty() ? "level" : "not level");
    System.exit(soak.grown.isEmpty() ? 0 : 1);
  }

  /** Pays orders, some at a time, until every service has heard of all and every mail has left. */
  private void pay(int orders) throws Exception {
    long start = System.nanoTime();
    long bills = number("fapiao", "SELECT count(*) FROM bill");
    for (int paid = 0; paid < orders; paid += BATCH) {
      int count = Math.min(BATCH, orders - paid);
      post(suite.path("simulator").asText() + "/orders/bulk", "{\"count\":" + count + "}", 201, 200);
      long expected = bills + paid + count;
      await(
          "bills of all orders",
          () -> number("fapiao", "SELECT count(*) FROM bill") >= expected);
    }
    await("orders in account-service", () -> number("account", "SELECT count(*) FROM paid_order") >= bills + orders);
    await(
        "mails",
        () ->
            number(
                    "notification",
                    "SELECT count(*) FROM delivery WHERE state IN"
                        + " ('PENDING', 'SENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')")
                == 0);
    System.out.printf(
        Locale.ROOT, "%d orders, %.0f s%n", orders, (System.nanoTime() - start) / 1e9);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(what + ": not within " + PATIENCE);
      }
      Thread.sleep(250);
    }
  }

  /** Requests of every kind, each answered with the status it must have. */
  private void ask(int requests) throws Exception {
    long start = System.nanoTime();
    signIn();
    AtomicInteger next = new AtomicInteger();
    AtomicLong wrong = new AtomicLong();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      clients.submit(
          () -> {
            int number = next.getAndIncrement();
            while (number < requests) {
              wrong.addAndGet(one(number) ? 0 : 1);
              if (number % 5_000 == 4_999) {
                signIn();
              }
              number = next.getAndIncrement();
            }
            return null;
          });
    }
    clients.shutdown();
    if (!clients.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IllegalStateException("the requests take longer than an hour");
    }
    System.out.printf(
        Locale.ROOT, "%d requests, %.0f s%n", requests, (System.nanoTime() - start) / 1e9);
    if (wrong.get() > 0) {
      grown.add(wrong.get() + " requests were not answered as they must be");
    }
  }

  private boolean one(int number) throws Exception {
    String gateway = suite.path("gateway").asText();
    JsonNode services = suite.path("services");
    String bearer = "Bearer " + token;
    return switch (number % 8) {
      case 0 -> get(gateway + "/api/v1/notices", null) == 200;
      case 1 -> get(gateway + "/api/v1/contact", null) == 200;
      case 2 -> get(gateway + "/api/v1/service-centre/applications", bearer) == 200;
      case 3 -> get(services.path("order-sync").asText() + "/api/v1/order-sync/orders", bearer) == 200;
      case 4 -> get(services.path("notification").asText() + "/api/v1/notifications", bearer) == 200;
      case 5 -> get(services.path("account").asText() + "/api/v1/account", bearer) == 200;
      case 6 -> get(gateway + "/api/v1/bills", "Bearer forged." + number + ".x") == 401;
      default -> get(gateway + "/api/v1/applications?limit=" + (1000 + number), bearer) / 100 == 4;
    };
  }

  private void signIn() throws Exception {
    JsonNode clerk = suite.path("staff").get(0);
    token =
        post(
                suite.path("gateway").asText() + "/api/v1/sessions",
                json.writeValueAsString(
                    Map.of(
                        "email", clerk.path("email").asText(),
                        "password", clerk.path("password").asText())),
                201)
            .path("accessToken")
            .asText();
  }

  private int get(String address, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private JsonNode post(String address, String body, int... expected) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    for (int status : expected) {
      if (answer.statusCode() == status) {
        return json.readTree(answer.body());
      }
    }
    throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
  }

  private Map<String, Held> held() throws Exception {
    Map<String, Held> held = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    suite.path("management").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      long pid = suite.path("pids").path(name).asLong();
      double heap = heapAfterCollection(pid);
      long threads = status(pid, "Threads:");
      long descriptors;
      try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
        descriptors = open.count();
      }
      String database = DATABASES.get(name);
      long connections =
          database == null
              ? 0
              : number(
                  name,
                  "SELECT count(*) FROM pg_stat_activity WHERE datname = '"
                      + database
                      + "' AND pid <> pg_backend_pid()");
      held.put(name, new Held(descriptors, threads, heap, connections));
    }
    return held;
  }

  /** Live bytes by the histogram, which collects first. */
  private static double heapAfterCollection(long pid) throws Exception {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                String.valueOf(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> told;
    try (Stream<String> lines = jcmd.inputReader().lines()) {
      told = lines.toList();
    }
    jcmd.waitFor();
    String last =
        told.stream().filter(line -> line.startsWith("Total")).reduce("", (a, b) -> b);
    if (last.isEmpty()) {
      throw new IOException(
          "jcmd tells nothing of process " + pid + ": " + String.join(" | ", told));
    }
    return Double.parseDouble(last.strip().split("\\s+")[2]) / 1024 / 1024;
  }

  private static long status(long pid, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.substring(field.length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  /** Rows of every table, by database and name; partitions count as the table they belong to. */
  private Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String service : DATABASES.keySet()) {
      try (Connection connection = connect(service);
          Statement statement = connection.createStatement()) {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
            statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                    + " AND relnamespace = 'public'::regnamespace"
                    + " AND relname NOT LIKE '%schema_history'")) {
          while (found.next()) {
            tables.add(found.getString(1));
          }
        }
        for (String table : tables) {
          try (ResultSet count =
              statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
            count.next();
            rows.put(service + "." + table, count.getLong(1));
          }
        }
      }
    }
    return rows;
  }

  private void tellHeld(Map<String, Held> before, Map<String, Held> after) {
    System.out.printf(
        "%n%-14s %17s %15s %23s %17s%n",
        "service", "descriptors", "threads", "heap collected, MiB", "connections");
    before.forEach(
        (name, then) -> {
          Held now = after.get(name);
          System.out.printf(
              Locale.ROOT,
              "%-14s %7d -> %6d %5d -> %6d %9.1f -> %10.1f %7d -> %6d%n",
              name,
              then.descriptors(),
              now.descriptors(),
              then.threads(),
              now.threads(),
              then.heapMiB(),
              now.heapMiB(),
              then.connections(),
              now.connections());
          demand(name + " descriptors", now.descriptors() - then.descriptors() <= DESCRIPTORS);
          demand(name + " threads", now.threads() - then.threads() <= THREADS);
          demand(name + " heap", now.heapMiB() - then.heapMiB() <= HEAP_MIB);
          demand(name + " connections", now.connections() - then.connections() <= CONNECTIONS);
        });
  }

  private void tellRows(
      Map<String, Long> before,
      Map<String, Long> between,
      Map<String, Long> after,
      int orders,
      int requests) {
    System.out.printf(
        "%n%-32s %9s %22s %24s%n", "table", "rows", "more for each order", "more by all requests");
    after.forEach(
        (table, rows) -> {
          long byOrders = between.get(table) - before.get(table);
          long byRequests = rows - between.get(table);
          if (byOrders != 0 || byRequests != 0) {
            System.out.printf(
                Locale.ROOT,
                "%-32s %9d %22.2f %24d%n",
                table,
                rows,
                (double) byOrders / orders,
                byRequests);
          }
          demand(table + ": rows for each order", byOrders <= 4L * orders);
          // a sign-in a few thousand requests, and what jobs write by themselves; a look of staff at
          // what customers own is audited, once
          long most = table.contains(".audit_") ? requests : 100 + requests / 1_000;
          demand(table + ": rows by requests", byRequests <= most);
        });
  }

  private void demand(String what, boolean level) {
    if (!level) {
      grown.add(what);
    }
  }

  private long number(String service, String sql) throws SQLException {
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection connect(String service) throws SQLException {
    String name = DATABASES.get(service);
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + suite.path("infrastructure").path("postgres").asText()
            + "/"
            + name,
        name,
        "");
  }
}
