package org.fapiaosuite.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.fapiaosuite.local.children.ChildSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that somebody else runs, named by {@code external.properties}, instead of our own. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalServersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> DATABASES =
      Map.of(
          Suite.ACCOUNT, "account",
          Suite.ORDER_SYNC, "ordersync",
          Suite.FAPIAO, "fapiao",
          Suite.NOTIFICATION, "notification");

  private final List<Process> started = new ArrayList<>();
  private Path home = Path.of("");
  private JsonNode elsewhere = new ObjectMapper().createObjectNode();

  @BeforeAll
  void serversElsewhere(@TempDir Path folder) throws IOException {
    elsewhere = start(Files.createDirectory(folder.resolve("elsewhere")));
    home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve("external.properties"),
        """
        postgres=%s
        postgres.password=whatever trust asks for
        kafka=%s
        smtp=%s
        """
            .formatted(address("postgres"), address("kafka"), address("smtp")));
  }

  @AfterAll
  void stop() throws InterruptedException {
    for (Process launcher : started) {
      launcher.destroy();
      launcher.waitFor();
    }
  }

  @Test
  void the_launcher_starts_none_of_its_own_and_tells_where_they_are() throws IOException {
    JsonNode suite = start(home);

    assertEquals(elsewhere.path("infrastructure"), suite.path("infrastructure"));
    assertEquals(1, suite.path("pids").size(), "the launcher alone: " + suite.path("pids"));
    assertTrue(
        suite.path("mailbox").isMissingNode(), "no page shows the mails of another's server");
  }

  @Test
  void every_service_is_configured_with_them_and_they_answer() throws Exception {
    // When
    Home of = new Home(home);
    Checkout checkout = Checkout.ofThisLauncher();
    Suite suite =
        new Suite(
            checkout,
            of,
            new Addresses(Ports.usual(0), External.read(of.external())),
            new Archives(checkout.archives(), false));
    List<ChildSpec> specs = suite.everything(false);

    // Then none of them is started, nor waited for
    assertEquals(
        List.of(
            "simulator",
            "identity-provider",
            "admin-center",
            "account",
            "order-sync",
            "fapiao",
            "notification",
            "gateway"),
        specs.stream().map(ChildSpec::name).toList());
    specs.forEach(spec -> assertEquals(List.of(), spec.after(), spec.name()));

    // And each service reaches its own database and the broker, notification the mail server
    for (Map.Entry<String, String> service : DATABASES.entrySet()) {
      Properties config = config(of, service.getKey());
      assertEquals(service.getValue(), currentDatabase(config));
      assertEquals(Set.of("account.events", "fapiao.events", "order.events"), topics(config));
    }
    Properties mails = config(of, Suite.NOTIFICATION);
    assertTrue(
        greeting(mails.getProperty("quarkus.mailer.host"), mails.getProperty("quarkus.mailer.port"))
            .startsWith("220 "));
  }

  private JsonNode start(Path at) throws IOException {
    started.add(
        LauncherProcess.start(
            at, at.resolve("output"), "--owner", String.valueOf(ProcessHandle.current().pid())));
    Path description = at.resolve("run/suite.json");
    await().atMost(PATIENCE).until(() -> Files.exists(description));
    return new ObjectMapper().readTree(description.toFile());
  }

  private String address(String server) {
    return elsewhere.path("infrastructure").path(server).asText();
  }

  private static Properties config(Home home, String service) throws IOException {
    Properties config = new Properties();
    try (Reader file = Files.newBufferedReader(home.config(service))) {
      config.load(file);
    }
    return config;
  }

  private static String currentDatabase(Properties config) throws SQLException {
    assertEquals("whatever trust asks for", config.getProperty("quarkus.datasource.password"));
    try (Connection connection =
            DriverManager.getConnection(
                config.getProperty("quarkus.datasource.jdbc.url"),
                config.getProperty("quarkus.datasource.username"),
                config.getProperty("quarkus.datasource.password"));
        ResultSet row = connection.createStatement().executeQuery("SELECT current_database()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Set<String> topics(Properties config) throws Exception {
    String address = config.getProperty("kafka.bootstrap.servers");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      return admin.listTopics().names().get(10, TimeUnit.SECONDS);
    }
  }

  private static String greeting(String host, String port) throws IOException {
    try (Socket socket = new Socket(host, Integer.parseInt(port));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      return lines.readLine();
    }
  }
}
