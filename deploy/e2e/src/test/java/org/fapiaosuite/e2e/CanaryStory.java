package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Recognisable values go through every secret and personal field; then logs, topics and databases
 * are searched for them. The secrets that the suite mints itself are read from the mails.
 */
class CanaryStory {
  private static final Suite suite = Suite.shared();
  private static final String BANK_ACCOUNT = "6222021001116245702";
  private static final String TAXPAYER_ID = "91350100M000100Y43";
  private static final String STREET = "科苑路88号金丝雀大厦7Q9Z室";

  @Test
  void secrets_stay_out_of_logs_topics_and_tables_and_personal_data_where_it_belongs()
      throws IOException {
    // Given a customer whose every secret is known to us
    Customer customer = Customer.stranger(suite);
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("password", customer.password);
    String order = pay(customer);
    String claim = mail(customer, "confirmation", "/register#").linkParameter("/register", "claim");
    secrets.put("claim code", claim);
    customer.register(order, claim);
    customer.activate();
    secrets.put(
        "activation token",
        mail(customer, "activation", "/activate#").linkParameter("/activate", "token"));
    signIn(customer, secrets);
    resetPassword(customer, secrets);

    // When an organisation's data goes the whole way
    String id = apply(customer, order);
    customer.confirm(id);
    ServiceCentre clerk = ServiceCentre.signedIn(suite, "CLERK");
    clerk.accept(id);
    new Audit(suite).awaitRest();

    // Then
    assertFalse(secrets.values().stream().anyMatch(value -> value.length() < 16), "too common");
    Map<String, String> personal =
        Map.of(
            "bank account", BANK_ACCOUNT,
            "taxpayer id", TAXPAYER_ID,
            "street", STREET);
    Search search = new Search(suite);
    assertTrue(search.topics(Map.of("an event", order)).size() > 1, "the search finds events");
    assertTrue(search.tables(Map.of("a row", order)).size() > 3, "the search finds rows");
    List<String> found = new ArrayList<>();
    found.addAll(search.logs(secrets));
    found.addAll(search.logs(personal));
    found.addAll(search.logs(Map.of("e-mail address", customer.email)));
    found.addAll(search.topics(secrets));
    found.addAll(search.topics(personal));
    found.addAll(search.tables(secrets));
    found.addAll(search.tables(Map.of("bank account", BANK_ACCOUNT)));
    assertEquals(List.of(), found);
  }

  private static String pay(Customer customer) {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of(
                "payer", Map.of("name", "上海示例科技有限公司", "email", customer.email),
                "paidAt", Clock.systemUTC().instant().minus(Duration.ofDays(4)).toString()))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static void signIn(Customer customer, Map<String, String> secrets) {
    Http.Answer answer =
        customer
            .api()
            .post(
                "/api/v1/sessions", Map.of("email", customer.email, "password", customer.password))
            .expect(201);
    secrets.put("access token", answer.json().path("accessToken").asText());
    String cookie = answer.raw().headers().firstValue("set-cookie").orElseThrow();
    secrets.put("refresh token", cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
  }

  private static void resetPassword(Customer customer, Map<String, String> secrets) {
    customer.api().post("/api/v1/password-resets", Map.of("email", customer.email)).expect(202);
    Pattern temporary = Pattern.compile("(?m)^\\s*((?:[0-9A-Za-z]{4}-){5}[0-9A-Za-z]{4})\\s*$");
    Mailbox.Mail mail =
        suite
            .mailbox()
            .awaitMail(
                customer.email, "temporary password", m -> temporary.matcher(m.text()).find());
    Matcher password = temporary.matcher(mail.text());
    assertTrue(password.find());
    secrets.put("temporary password", password.group(1));
  }

  private static String apply(Customer customer, String order) {
    customer.signIn();
    String billId = customer.awaitBill(order, "INVOICEABLE").path("id").asText();
    Map<String, Object> application = new LinkedHashMap<>(Customer.application(billId, "x"));
    application.put(
        "buyer",
        Map.of(
            "titleType", "ORGANIZATION",
            "name", "上海示例科技有限公司",
            "taxpayerId", TAXPAYER_ID,
            "address", STREET,
            "phone", "021-28986102",
            "bankName", "中国工商银行上海市分行",
            "bankAccount", BANK_ACCOUNT));
    JsonNode draft =
        customer
            .api()
            .with("Idempotency-Key", "canary-" + order)
            .post("/api/v1/applications", application)
            .expect(201)
            .json();
    return draft.path("id").asText();
  }

  private static Mailbox.Mail mail(Customer customer, String what, String words) {
    return suite.mailbox().awaitMail(customer.email, what, m -> m.text().contains(words));
  }

  /** Looks for values in everything that keeps something; a finding names the value's kind. */
  private record Search(Suite suite) {

    List<String> logs(Map<String, String> values) throws IOException {
      List<String> findings = new ArrayList<>();
      for (JsonNode log : suite.description().path("logs")) {
        String text = Files.readString(Path.of(log.asText()), UTF_8);
        values.forEach(
            (kind, value) -> {
              if (text.contains(value)) {
                findings.add(kind + " in log " + Path.of(log.asText()).getFileName());
              }
            });
      }
      return findings;
    }

    List<String> topics(Map<String, String> values) {
      List<String> findings = new ArrayList<>();
      for (String event : new Topics(suite.kafka()).everything()) {
        values.forEach(
            (kind, value) -> {
              if (event.contains(value)) {
                findings.add(kind + " in event " + event.lines().findFirst().orElse(""));
              }
            });
      }
      return findings;
    }

    List<String> tables(Map<String, String> values) {
      List<String> findings = new ArrayList<>();
      for (String service : List.of("account", "order-sync", "fapiao", "notification")) {
        for (String table : suite.databases().column(service, TABLES)) {
          values.forEach(
              (kind, value) -> {
                long rows =
                    suite
                        .databases()
                        .number(
                            service,
                            "SELECT count(*) FROM "
                                + table
                                + " t WHERE position(? IN t::text) > 0"
                                + " OR position(? IN t::text) > 0",
                            value,
                            hex(value));
                if (rows > 0) {
                  findings.add(kind + " in " + service + "." + table);
                }
              });
        }
      }
      return findings;
    }

    private static final String TABLES =
        "SELECT quote_ident(table_name) FROM information_schema.tables"
            + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";

    /** How PostgreSQL shows the bytes of a bytea column. */
    private static String hex(String value) {
      StringBuilder hex = new StringBuilder();
      for (byte b : value.getBytes(UTF_8)) {
        hex.append("%02x".formatted(b));
      }
      return hex.toString();
    }
  }
}
