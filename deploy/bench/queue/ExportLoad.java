import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Exports of many applications from a running suite, and what they add to the resident memory of
 * fapiao-service: {@code ExportLoad <suite.json> <lines>}.
 */
public class ExportLoad {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long SETTLE_MILLIS = 10_000;
  private static final long SAMPLE_MILLIS = 20;

  public static void main(String[] arguments) throws Exception {
    JsonNode suite = JSON.readTree(Path.of(arguments[0]).toFile());
    int lines = Integer.parseInt(arguments[1]);
    fill(suite.path("infrastructure").path("postgres").asText(), lines);
    long pid = suite.path("pids").path("fapiao").asLong();
    String token = token(suite);
    Thread.sleep(SETTLE_MILLIS);
    long idle = resident(pid);
    System.out.printf(Locale.ROOT, "idle %.1f MB%n", idle / 1024.0);
    for (String door : new String[] {"services", "gateway"}) {
      String base =
          door.equals("gateway")
              ? suite.path("gateway").asText()
              : suite.path("services").path("fapiao").asText();
      for (String format : new String[] {"csv", "xlsx"}) {
        export(base, door, format, token, pid, idle);
      }
    }
  }

  private static void export(
      String base, String door, String format, String token, long pid, long idle)
      throws Exception {
    AtomicLong peak = new AtomicLong();
    Thread sampler =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                try {
                  long now = resident(pid);
                  peak.accumulateAndGet(now, Math::max);
                  Thread.sleep(SAMPLE_MILLIS);
                } catch (Exception e) {
                  return;
                }
              }
            });
    sampler.start();
    long began = System.nanoTime();
    HttpResponse<InputStream> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(base + "/api/v1/service-centre/applications." + format))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    long bytes = 0;
    long ends = 0;
    byte[] buffer = new byte[8192];
    try (InputStream in = answer.body()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        for (int i = 0; i < n; i++) {
          ends += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    sampler.interrupt();
    sampler.join();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the export was answered with " + answer.statusCode());
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s %-4s status %d, %.1f MB%s in %.1f s, peak %.1f MB, %.1f MB over idle%n",
        door,
        format,
        answer.statusCode(),
        bytes / 1048576.0,
        format.equals("csv") ? ", " + ends + " lines" : "",
        seconds,
        peak.get() / 1024.0,
        (peak.get() - idle) / 1024.0);
  }

  /** Resident memory of a process in KiB. */
  private static long resident(long pid) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("no such process: " + pid);
  }

  private static String token(JsonNode suite) throws Exception {
    JsonNode lead = null;
    for (JsonNode staff : suite.path("staff")) {
      lead = staff.path("role").asText().equals("LEAD") ? staff : lead;
    }
    String body =
        JSON.writeValueAsString(
            Map.of(
                "email", lead.path("email").asText(), "password", lead.path("password").asText()));
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(suite.path("gateway").asText() + "/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body()).path("accessToken").asText();
  }

  private static void fill(String postgres, int lines) throws Exception {
    String url = "jdbc:postgresql://" + postgres + "/fapiao";
    try (Connection connection = DriverManager.getConnection(url, "fapiao", "");
        Statement statement = connection.createStatement()) {
      int missing = lines;
      try (ResultSet there = statement.executeQuery("SELECT count(*) FROM application")) {
        there.next();
        missing -= there.getInt(1);
      }
      statement.execute(
          """
          INSERT INTO bill (id, version, order_number, customer_id, payer_name, product, quantity,
            paid_at, paid_fen, refunded_fen, reserved_fen, invoiced_fen, deficit_fen, synchronised,
            status)
          SELECT '01900000-0000-7000-9000-000000000000', 0, 'export-load', 'simulator:load', 'x',
            'x', 1, now(), 0, 0, 0, 0, 0, true, 'ISSUED'
          """);
      statement.execute(
          """
          INSERT INTO application (id, version, account_id, customer_id, status, type, medium,
            purpose, title_type, buyer_name, delivery_method, recipient, net_fen, tax_fen, warnings,
            created_at, submitted_at, due_at, provisional, calendar_revision, carrier, waybill,
            mailed_out_at)
          SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'load',
            'simulator:load', 'MAILED_OUT', 'ORDINARY', 'PAPER', 'GENERAL', 'ORGANIZATION',
            '上海示例科技有限公司 ' || n, 'SF_COLLECT', '王小明', 119811, 7189, '[]', now(), now(),
            timestamptz '2026-01-01' + n * interval '1 minute', false, 0, 'SF',
            'SF1234567' || n, now()
          FROM generate_series(1, %1$d) AS n
          """
              .formatted(missing));
      statement.execute(
          """
          INSERT INTO application_item
          SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0,
            '01900000-0000-7000-9000-000000000000', 'LOAD-' || n, 'Office 365 E3, 12 months', now(),
            true, 127000, '3040201', 600
          FROM generate_series(1, %1$d) AS n
          """
              .formatted(missing));
      statement.execute("ANALYZE application");
      statement.execute("ANALYZE application_item");
    }
  }
}
