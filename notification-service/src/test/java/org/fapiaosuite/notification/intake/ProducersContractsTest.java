package org.fapiaosuite.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.recipient.Recipients;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.notification.templates.MailTexts;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every producer is understood and becomes the mails it should. */
@QuarkusTest
class ProducersContractsTest extends NotificationTest {
  private static final List<String> PRODUCERS =
      List.of("order-sync-service", "account-service", "fapiao-service");
  private static final Pattern TYPE = Pattern.compile("([a-z.-]+\\.v\\d+)\\b.*\\.json");

  /** What a type leads to; a type that is not here leads to no mail. */
  private static final Map<String, List<MailKind>> MAILS =
      Map.ofEntries(
          Map.entry("order.paid.v1", List.of(MailKind.ORDER_CONFIRMATION)),
          Map.entry("account.activation-resend-requested.v1", List.of(MailKind.ACTIVATION)),
          Map.entry("account.claim-approval-requested.v1", List.of(MailKind.CLAIM_APPROVAL)),
          Map.entry("account.claim-granted.v1", List.of(MailKind.CLAIM_GRANTED)),
          Map.entry("account.claim-waiting.v1", List.of(MailKind.CLAIM_WAITING)),
          Map.entry("account.password-reset-requested.v1", List.of(MailKind.PASSWORD_RESET)),
          Map.entry("account.password-changed.v1", List.of(MailKind.PASSWORD_CHANGED)),
          Map.entry(
              "account.email-change-requested.v1",
              List.of(MailKind.EMAIL_CHANGE_CONFIRMATION, MailKind.EMAIL_CHANGE_NOTICE)),
          Map.entry("account.email-changed.v1", List.of(MailKind.EMAIL_CHANGED)),
          Map.entry("fapiao.application-submitted.v1", List.of(MailKind.APPLICATION_RECEIVED)),
          Map.entry("fapiao.application-waiting.v1", List.of(MailKind.WAITING_FOR_STOCK)),
          Map.entry("fapiao.application-rejected.v1", List.of(MailKind.REJECTED)),
          Map.entry("fapiao.application-reduced.v1", List.of(MailKind.REDUCED)),
          Map.entry("fapiao.application-cancelled.v1", List.of(MailKind.CANCELLED)),
          Map.entry("fapiao.issued.v1", List.of(MailKind.ISSUED)),
          Map.entry("fapiao.mailed-out.v1", List.of(MailKind.MAILED_OUT)),
          Map.entry("fapiao.ready-for-pickup.v1", List.of(MailKind.READY_FOR_PICKUP)),
          Map.entry("fapiao.pickup-reminded.v1", List.of(MailKind.PICKUP_REMINDER)),
          Map.entry("fapiao.pickup-lapsed.v1", List.of(MailKind.PICKUP_LAPSED)),
          Map.entry("fapiao.support-case-opened.v1", List.of(MailKind.SUPPORT_CASE_OPENED)),
          Map.entry("fapiao.support-case-answered.v1", List.of(MailKind.SUPPORT_CASE_ANSWERED)),
          Map.entry("fapiao.support-case-resolved.v1", List.of(MailKind.SUPPORT_CASE_RESOLVED)),
          Map.entry("fapiao.voided.v1", List.of(MailKind.VOIDED)),
          Map.entry("fapiao.red-lettered.v1", List.of(MailKind.RED_LETTERED)),
          Map.entry("fapiao.reissued.v1", List.of(MailKind.REISSUED)),
          // to each of the two addresses of the service centre
          Map.entry(
              "fapiao.deficit-found.v1", List.of(MailKind.DEFICIT_FOUND, MailKind.DEFICIT_FOUND)),
          Map.entry("fapiao.stock-low.v1", List.of(MailKind.STOCK_LOW, MailKind.STOCK_LOW)),
          Map.entry(
              "fapiao.promise-at-risk.v1",
              List.of(MailKind.PROMISE_AT_RISK, MailKind.PROMISE_AT_RISK)));

  @Inject OrderEvents orders;
  @Inject AccountEvents accounts;
  @Inject FapiaoEvents fapiaos;
  @Inject Recipients recipients;
  @Inject MailTexts texts;

  static List<Path> examples() throws IOException {
    List<Path> examples = new ArrayList<>();
    for (String producer : PRODUCERS) {
      Path folder = Path.of("..", producer, "src/contracts/examples");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(examples::add);
        }
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_becomes_the_mails_of_its_type(Path example) throws IOException {
    Matcher name = TYPE.matcher(example.getFileName().toString());
    assertTrue(name.matches(), example + " does not begin with a type");
    String type = name.group(1);
    String json = Files.readString(example);
    smtp.down();
    try {
      handle(type, json);

      assertEquals(expected(type, json), queued());
      String order = new ObjectMapper().readTree(json).path("orderNumber").asText();
      for (String facts : facts()) {
        String kind = facts.substring(0, facts.indexOf(' '));
        String text =
            texts
                .write(
                    MailKind.valueOf(kind),
                    "en",
                    FactsJson.read(facts.substring(facts.indexOf(' ') + 1)),
                    "secret")
                .text();
        assertTrue(text.contains(order), text);
        assertTrue(!text.contains("null") && !text.contains("_REQUEST"), text);
      }
    } finally {
      smtp.up();
    }
  }

  private void handle(String type, String json) {
    EventHandler handler =
        type.startsWith("order.") ? orders : type.startsWith("account.") ? accounts : fapiaos;
    IncomingEvent event =
        new IncomingEvent(
            UUID.randomUUID().toString(), type, "/contract", "key", Instant.now(), 0, json);
    QuarkusTransaction.requiringNew().run(() -> handler.handle(event));
  }

  private static List<String> expected(String type, String json) throws IOException {
    JsonNode data = new ObjectMapper().readTree(json);
    if (type.equals("account.registration-requested.v1")) {
      return switch (data.path("outcome").asText()) {
        case "NEW" -> List.of("ACTIVATION");
        case "ALREADY_REGISTERED" -> List.of("ALREADY_REGISTERED");
        case "ORDER_UNKNOWN" -> List.of("ORDER_NOT_YET_KNOWN");
        default -> throw new AssertionError("unknown outcome in " + json);
      };
    }
    if (type.equals("fapiao.delivered.v1")) {
      return switch (data.path("outcome").asText()) {
        case "DELIVERED" -> List.of("COMPLETED");
        case "RETURNED" -> List.of("RETURNED_TO_SENDER");
        case "LOST" -> List.of("LOST");
        default -> throw new AssertionError("unknown outcome in " + json);
      };
    }
    return MAILS.getOrDefault(type, List.of()).stream().map(Enum::name).sorted().toList();
  }

  private static List<String> queued() {
    String kinds = Database.query("SELECT string_agg(kind, ',' ORDER BY kind) FROM delivery");
    return kinds.equals("null") ? List.of() : List.of(kinds.split(","));
  }

  private static List<String> facts() {
    String all =
        Database.query(
            "SELECT string_agg(kind || ' ' || facts, E'\\n' ORDER BY kind) FROM delivery");
    return all.equals("null") ? List.of() : all.lines().toList();
  }
}
