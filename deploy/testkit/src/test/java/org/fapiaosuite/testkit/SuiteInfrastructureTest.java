package org.fapiaosuite.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuiteInfrastructureTest {
  private static Map<String, String> config = Map.of();

  @BeforeAll
  static void start() {
    SuiteInfrastructure infrastructure = new SuiteInfrastructure();
    infrastructure.init(Map.of("database", "testkit"));
    config = infrastructure.start();
  }

  @Test
  void database_belongs_to_the_module_and_is_cleaned_except_for_what_its_migrations_wrote()
      throws SQLException {
    try (Connection connection = Database.connect()) {
      connection.createStatement().execute("CREATE TABLE bill (id bigserial, title text)");
      connection.createStatement().execute("CREATE TABLE calendar AS SELECT 2026 AS year");
      connection.createStatement().execute("CREATE TABLE flyway_schema_history AS SELECT 1");
      connection.createStatement().execute("INSERT INTO bill (title) VALUES ('上海示例科技')");
    }
    assertEquals("上海示例科技", Database.query("SELECT title FROM bill"));

    Database.clean("calendar");

    assertEquals("0", Database.query("SELECT count(*) FROM bill"));
    assertEquals("1", Database.query("SELECT count(*) FROM calendar"));
    assertEquals("1", Database.query("SELECT count(*) FROM flyway_schema_history"));
    assertTrue(config.getOrDefault("quarkus.datasource.jdbc.url", "").endsWith("/testkit"));
  }

  @Test
  void events_come_back_in_order_for_their_key() {
    String order = UUID.randomUUID().toString();
    String first = Broker.publish("order.events", order, "order.paid.v1", "{\"n\":1}");
    String second = Broker.publish("order.events", order, "order.invoiceable.v1", "{\"n\":2}");
    Broker.publish("order.events", UUID.randomUUID().toString(), "order.paid.v1", "{}");

    List<Broker.Event> events = Broker.events("order.events", order);

    assertEquals(
        List.of(
            new Broker.Event(first, "order.paid.v1", "/testkit", order, "{\"n\":1}"),
            new Broker.Event(second, "order.invoiceable.v1", "/testkit", order, "{\"n\":2}")),
        events);

    Broker.forgetEverything();

    assertEquals(List.of(), Broker.events("order.events"));
  }

  @Test
  void mails_arrive() throws IOException {
    String recipient = UUID.randomUUID() + "@contoso.example";
    String[] smtp = System.getProperty("fapiao.testkit.smtp", "").split(":", -1);
    try (Socket socket = new Socket(smtp[0], Integer.parseInt(smtp[1]))) {
      String dialogue =
          "HELO test\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<%s>\r\nDATA\r\n".formatted(recipient)
              + "Subject: =?UTF-8?B?5Y+R56Wo?=\r\n\r\nhello\r\n.\r\nQUIT\r\n";
      socket.getOutputStream().write(dialogue.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }

    List<MailboxClient.Message> messages = MailboxClient.messages(recipient);

    assertEquals(1, messages.size());
    assertEquals("发票", messages.get(0).subject());
    assertEquals(List.of(recipient), messages.get(0).to());
  }

  @Test
  void tokens_have_the_shape_of_real_ones() {
    String[] parts = TestTokens.customer("simulator:contoso-cn").split("\\.", -1);

    String header = decoded(parts[0]);
    String claims = decoded(parts[1]);

    assertTrue(header.contains("\"typ\":\"at+jwt\""), header);
    assertTrue(claims.contains("\"customerIds\":[\"simulator:contoso-cn\"]"), claims);
    assertTrue(claims.contains("\"iss\":\"fapiao-suite\""), claims);
  }

  private static String decoded(String part) {
    return new String(java.util.Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
