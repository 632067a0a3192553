package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.fapiaosuite.account.exchange.Exchange;
import org.fapiaosuite.account.exchange.TestIssuer;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.account.staff.StaffDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.Test;

/** What this service tells is what its contracts promise, every type of it. */
@QuarkusTest
class ContractTest {

  private static final Path FOLDER = Path.of("src/contracts");
  private static final String SUFFIX = ".schema.json";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Inject TestClock clock;

  @Test
  void every_type_is_told_as_promised() {
    // Given
    aClaimThatIsToldOf();
    String account = everythingThatIsTold();

    // When
    Awaitility.await()
        .until(
            () ->
                Broker.events("account.events", account).stream()
                    .anyMatch(event -> event.type().equals("account.erased.v1")));
    List<Broker.Event> told = Broker.events("account.events");

    // Then
    told.forEach(event -> assertKept(event.type(), event.data()));
    told.forEach(event -> assertEquals("/account-service", event.source()));
    Set<String> types =
        told.stream().map(Broker.Event::type).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(types(), types);
  }

  @Test
  void examples_keep_the_promise() throws IOException {
    try (Stream<Path> examples = Files.list(FOLDER.resolve("examples"))) {
      for (Path example : examples.toList()) {
        String name = example.getFileName().toString();
        String type = name.substring(0, name.indexOf(".v1") + ".v1".length());
        assertKept(type, Files.readString(example));
      }
    }
  }

  @Test
  void every_type_is_in_the_description_and_has_an_example() throws IOException {
    String description = Files.readString(FOLDER.resolve("asyncapi.yaml"));
    for (String type : types()) {
      assertTrue(description.contains("'./" + type + SUFFIX + "'"), type);
      assertTrue(Files.exists(FOLDER.resolve("examples/" + type + ".json")), type);
    }
  }

  /** Of an order that nobody knows after three days. */
  private void aClaimThatIsToldOf() {
    String order = Story.orderNumber();
    Story.as(Story.accessToken(Story.activeCustomer("simulator:waiting")))
        .body(Map.of("orderNumber", order))
        .post("/api/v1/account/orders")
        .then()
        .statusCode(202);
    Awaitility.await()
        .until(
            () ->
                Database.query("SELECT status FROM claim WHERE order_number = '" + order + "'")
                    .equals("WAITING_FOR_ORDER"));
    clock.advance(Duration.ofDays(3));
    Story.event("account.claim-waiting.v1", order);
    clock.reset();
  }

  /** One life of an account, in which everything happens; its id. */
  private static String everythingThatIsTold() {
    String colleague = Story.mailbox("colleague");
    String payer = Story.mailbox("payer");
    String order = Story.orderNumber();
    Story.knownOrder(order, "simulator:everything", payer);
    Story.register(order, colleague);
    Story.event("account.registration-requested.v1", colleague);
    Story.json(Map.of("email", colleague)).post("/api/v1/activations/resend");
    JsonPath resent = Story.event("account.activation-resend-requested.v1", colleague);
    Story.activate(Story.secret("ACTIVATION", resent.getString("requestId")));
    String account = Story.event("account.activated.v1", colleague).getString("accountId");
    JsonPath asked = Story.event("account.claim-approval-requested.v1", payer);
    Story.json(Map.of("token", Story.secret("CLAIM_APPROVAL", asked.getString("requestId"))))
        .post("/api/v1/claims/approvals");
    String moved = Story.mailbox("moved");
    Story.as(Story.accessToken(colleague))
        .body(Map.of("newEmail", moved, "password", Story.PASSWORD))
        .post("/api/v1/account/email-changes")
        .then()
        .statusCode(202);
    JsonPath wished = Story.event("account.email-change-requested.v1", moved);
    Story.json(Map.of("token", Story.secret("EMAIL_CHANGE", wished.getString("requestId"))))
        .post("/api/v1/email-changes/confirmations");
    Story.json(Map.of("email", moved)).post("/api/v1/password-resets");
    JsonPath reset = Story.event("account.password-reset-requested.v1", account);
    String temporary = Story.secret("TEMPORARY_PASSWORD", reset.getString("requestId"));
    Story.as(Story.signIn(moved, temporary).path("accessToken"))
        .body(Map.of("newPassword", "seven green bottles"))
        .put("/api/v1/account/password");
    Story.as(Story.signIn(moved, "seven green bottles").path("accessToken"))
        .body(Map.of("locale", "zh-CN"))
        .patch("/api/v1/account");
    CDI.current()
        .select(StaffDesk.class)
        .get()
        .takeOn(EmailAddress.of(Story.mailbox("clerk")), Role.CLERK, java.util.Locale.GERMAN);
    Exchange.accessToken(TestIssuer.claims(TestIssuer.customers(), Story.mailbox("exchanged")));
    Story.as(Story.signIn(moved, "seven green bottles").path("accessToken"))
        .delete("/api/v1/sessions/current")
        .then()
        .statusCode(204);
    Story.as(Story.signIn(moved, "seven green bottles").path("accessToken"))
        .delete("/api/v1/account")
        .then()
        .statusCode(204);
    return account;
  }

  private static Set<String> types() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertKept(String type, String data) {
    try {
      String schema = Files.readString(FOLDER.resolve(type + SUFFIX));
      List<Error> errors = SCHEMAS.getSchema(schema).validate(data, InputFormat.JSON);
      assertEquals(List.of(), errors, type + ": " + data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
