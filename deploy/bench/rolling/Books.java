import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the services' databases and in the mailbox once everything has come to rest. */
final class Books {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");
  private static final Map<String, String> DATABASES =
      Map.of(
          "account", "account",
          "order-sync", "ordersync",
          "fapiao", "fapiao",
          "notification", "notification");

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode suite;

  Books(JsonNode suite) {
    this.suite = suite;
  }

  /** Of each expected key, how often it is missing, and how often there is one too many. */
  record Difference(long missing, long extra) {}

  /** Waits until no event is unsent or parked and no mail is on its way. */
  void awaitRest() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int quiet = 0;
    while (quiet < 5) {
      long open = number("notification", "SELECT count(*) FROM delivery WHERE state IN"
          + " ('PENDING', 'SENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')");
      for (String service : List.of("account", "order-sync", "fapiao")) {
        open += number(service, "SELECT count(*) FROM outbox WHERE sent_at IS NULL");
      }
      for (String service : List.of("account", "fapiao", "notification")) {
        open += number(service, "SELECT count(*) FROM dead_letter WHERE state = 'PARKED'");
      }
      quiet = open == 0 ? quiet + 1 : 0;
      if (System.nanoTime() > deadline) {
        return; // told by what is missing
      }
      Thread.sleep(500);
    }
  }

  /** Events that were set aside. */
  long deadLetters() throws SQLException {
    long all = 0;
    for (String service : DATABASES.keySet()) {
      all += number(service, "SELECT count(*) FROM dead_letter");
    }
    return all;
  }

  /** Compares a column, in which each of these must stand once, with them. */
  Difference compare(String service, String column, String table, Collection<String> expected)
      throws SQLException {
    Map<String, Integer> times = new HashMap<>();
    for (String value : column(service, "SELECT " + column + " FROM " + table)) {
      times.merge(value, 1, Integer::sum);
    }
    return difference(times, expected);
  }

  static Difference difference(Map<String, Integer> times, Collection<String> expected) {
    long missing = 0;
    long extra = 0;
    for (String key : expected) {
      int count = times.getOrDefault(key, 0);
      missing += count == 0 ? 1 : 0;
      extra += Math.max(0, count - 1);
    }
    return new Difference(missing, extra);
  }

  /** All mails of the suite: by recipient how many, and under {@code twice} those of one Message-ID. */
  record Mails(Map<String, Integer> byRecipient, long all, Set<String> twice) {}

  Mails mails() throws IOException, InterruptedException {
    Map<String, Integer> byRecipient = new HashMap<>();
    Map<String, Integer> byId = new HashMap<>();
    long all = 0;
    HttpClient http = HttpClient.newHttpClient();
    String path = "/messages?limit=500";
    while (path != null) {
      URI address = URI.create(suite.path("mailbox").asText()).resolve(path);
      HttpResponse<byte[]> page =
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      for (JsonNode mail : json.readTree(page.body())) {
        all++;
        mail.path("to").forEach(to -> byRecipient.merge(to.asText(), 1, Integer::sum));
        byId.merge(mail.path("headers").path("Message-ID").asText(), 1, Integer::sum);
      }
      Matcher next = NEXT.matcher(page.headers().firstValue("link").orElse(""));
      path = next.find() ? next.group(1) : null;
    }
    byId.values().removeIf(times -> times == 1);
    return new Mails(byRecipient, all, new TreeSet<>(byId.keySet()));
  }

  long number(String service, String sql) throws SQLException {
    return Long.parseLong(column(service, sql).get(0));
  }

  List<String> column(String service, String sql) throws SQLException {
    String name = DATABASES.get(service);
    String server = suite.path("infrastructure").path("postgres").asText();
    try (Connection connection =
            DriverManager.getConnection("jdbc:postgresql://" + server + "/" + name, name, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
