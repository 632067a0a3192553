package org.fapiaosuite.ordersync.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.SignedPush;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;

/**
 * The packaged service, killed in the middle of its work: what it acknowledged is there. How often:
 * {@code -Dkills=30}.
 */
class KilledIT {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int SENDERS = 16;
  private static final Pattern REQUESTS =
      Pattern.compile("(?m)^order_sync_intake_group_sum(?:\\{.*})? (\\S+)");
  private static final Pattern GROUPS =
      Pattern.compile("(?m)^order_sync_intake_group_count(?:\\{.*})? (\\S+)");
  private static final Clock CLOCK = Clock.systemUTC();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @Test
  void every_acknowledged_push_is_there_and_told_once()
      throws IOException, InterruptedException, SQLException {
    // Given
    SuiteInfrastructure infrastructure = new SuiteInfrastructure();
    infrastructure.init(Map.of("database", "ordersync_killed"));
    int port = freePort();
    int management = freePort();
    Path config = config(infrastructure.start(), port, management);
    URI door = URI.create("http://127.0.0.1:" + port + "/api/v1/platforms/simulator/events");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean sending = new AtomicBoolean(true);
    Process service = start(config, management);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      senders.execute(() -> send(door, acknowledged, sending));
    }

    // When it goes on after each kill but the last
    double shared = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      int before = acknowledged.size();
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> acknowledged.size() > before + 150);
      shared += shared(management);
      service.destroyForcibly().waitFor();
      if (kill < KILLS) {
        service = start(config, management);
      }
    }
    sending.set(false);
    senders.shutdown();
    assertTrue(senders.awaitTermination(30, TimeUnit.SECONDS));

    // Then
    Set<String> missing = new HashSet<>(acknowledged);
    missing.removeAll(column("SELECT order_number FROM orders"));
    assertEquals(Set.of(), missing);
    Set<String> untold = new HashSet<>(acknowledged);
    untold.removeAll(column("SELECT aggregate_id FROM outbox WHERE type = 'order.paid.v1'"));
    assertEquals(Set.of(), untold);
    assertEquals(
        "0",
        Database.query(
            "SELECT count(*) - count(DISTINCT aggregate_id) FROM outbox"
                + " WHERE type = 'order.paid.v1'"));
    assertTrue(shared > 0, "none shared a commit");
    System.out.printf(
        "killed %d times: %d acknowledged, none lost, %.0f shared another's commit%n",
        KILLS, acknowledged.size(), shared);
  }

  /** Pays orders one after the other, each pushed until it is acknowledged. */
  private static void send(URI door, Set<String> acknowledged, AtomicBoolean sending) {
    while (sending.get()) {
      PaidOrder paid = PaidOrder.at(CLOCK.instant());
      SignedPush push =
          SignedPush.of("msg_" + paid.orderNumber(), paid.push().getBytes(UTF_8), CLOCK.instant());
      while (sending.get() && !acknowledged.contains(paid.orderNumber())) {
        if (isAccepted(door, push)) {
          acknowledged.add(paid.orderNumber());
        } else {
          Awaitility.await()
              .atMost(60, TimeUnit.SECONDS)
              .until(() -> !sending.get() || isListening(door));
        }
      }
    }
  }

  private static boolean isAccepted(URI door, SignedPush push) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(door)
              .timeout(Duration.ofSeconds(5))
              .header("Content-Type", "application/json")
              .header("webhook-id", push.id())
              .header("webhook-timestamp", push.timestamp())
              .header("webhook-signature", push.signature())
              .POST(HttpRequest.BodyPublishers.ofByteArray(push.body()))
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException down) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isListening(URI door) {
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      return socket.isConnected();
    } catch (IOException down) {
      return false;
    }
  }

  /** How many pushes went with another's commit since the start. */
  private static double shared(int management) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + management + "/q/metrics");
    String all = HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    return value(REQUESTS, all) - value(GROUPS, all);
  }

  private static double value(Pattern metric, String all) {
    Matcher found = metric.matcher(all);
    assertTrue(found.find(), () -> metric + " in " + all);
    return Double.parseDouble(found.group(1));
  }

  private static Path config(Map<String, String> infrastructure, int port, int management)
      throws IOException {
    Properties properties = new Properties();
    properties.putAll(infrastructure);
    properties.put("quarkus.http.port", String.valueOf(port));
    properties.put("quarkus.management.port", String.valueOf(management));
    properties.put("fapiao.order-sync.platforms.simulator.secret", FakePlatform.SECRET);
    Path file = Path.of("target/killed.properties");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file.toAbsolutePath();
  }

  private static Process start(Path config, int management) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.config.locations=" + config,
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/killed.log").toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    URI health = URI.create("http://127.0.0.1:" + management + "/q/health/live");
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () ->
                HTTP.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                        .statusCode()
                    == 200);
    return process;
  }

  private static Set<String> column(String sql) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Set<String> column = new HashSet<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
