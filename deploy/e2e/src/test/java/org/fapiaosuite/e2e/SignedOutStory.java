package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Signed out means out: from the answer on, no service takes the old token, and the other devices
 * go on. How long each service took is told as a table; compared with the promised five seconds
 * only under {@code -De2e.timed=true}.
 */
class SignedOutStory {
  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final boolean TIMED = Boolean.getBoolean("e2e.timed");
  private static final List<String> SERVICES =
      List.of("account", "order-sync", "fapiao", "notification");

  /** Staff may read it in every service; a customer is told 403, and whoever is nobody 401. */
  private static final String GUARDED = "/api/v1/dead-letters";

  private static final Pattern TEMPORARY =
      Pattern.compile("(?m)^\\s*((?:[0-9A-Za-z]{4}-){5}[0-9A-Za-z]{4})\\s*$");

  private static final StringBuilder table = new StringBuilder();
  private static final Suite suite = Suite.shared();
  private static final Nemesis nemesis = new Nemesis(suite, 0);
  private static final Customer customer = activated();

  @AfterAll
  static void tell() {
    System.out.printf(
        "Milliseconds from the answer until the old token is refused%n%-44s%12s%12s%12s%14s%n%s",
        "", "account", "order-sync", "fapiao", "notification", table);
  }

  /** A signed-in device: its access token, and its cookie (with a temporary password none). */
  private record Device(String token, String cookie) {
    static Device of(String email, String password) {
      Http.Answer answer =
          suite
              .gateway()
              .post("/api/v1/sessions", Map.of("email", email, "password", password))
              .expect(201);
      String cookie = answer.raw().headers().firstValue("Set-Cookie").orElse("");
      return new Device(answer.json().path("accessToken").asText(), cookie.replaceAll(";.*", ""));
    }

    Http api() {
      return suite.gateway().with("Authorization", "Bearer " + token);
    }

    /** Shows the token to every service, which may remember it. */
    void use() {
      SERVICES.forEach(this::status);
    }

    int status(String service) {
      return suite.service(service).with("Authorization", "Bearer " + token).get(GUARDED).status();
    }
  }

  @Test
  void signing_out_ends_this_session_everywhere_and_no_other() {
    // Given
    Device here = Device.of(customer.email, customer.password);
    Device there = Device.of(customer.email, customer.password);
    here.use();

    // When
    suite.gateway().with("Cookie", here.cookie()).delete("/api/v1/sessions/current").expect(204);

    // Then
    assertRefusedEverywhere("signed out", here);
    assertBelieved(there);
  }

  @Test
  void ending_another_device_ends_it_everywhere_and_no_other() {
    // Given
    Device here = Device.of(customer.email, customer.password);
    Device there = Device.of(customer.email, customer.password);
    String other = null;
    for (JsonNode session : there.api().get("/api/v1/sessions").expect(200).json().path("items")) {
      if (session.path("current").asBoolean()) {
        other = session.path("id").asText();
      }
    }

    // When
    here.api().delete("/api/v1/sessions/" + other).expect(204);

    // Then
    assertRefusedEverywhere("another device ended", there);
    assertBelieved(here);
  }

  @Test
  void a_new_password_ends_every_device() {
    // Given
    Customer other = activated();
    Device here = Device.of(other.email, other.password);
    Device there = Device.of(other.email, other.password);
    here.use();

    // When
    here.api()
        .put(
            "/api/v1/account/password",
            Map.of("currentPassword", other.password, "newPassword", "seven green bottles"))
        .expect(204);

    // Then
    assertRefusedEverywhere("password changed", there);
    assertRefusedEverywhere("password changed, own device", here);
    assertBelieved(Device.of(other.email, "seven green bottles"));
  }

  @Test
  void an_erased_account_is_nobody() {
    // Given
    Customer other = activated();
    Device device = Device.of(other.email, other.password);
    device.use();

    // When
    device.api().delete("/api/v1/account").expect(204);

    // Then
    assertRefusedEverywhere("account erased", device);
  }

  @Test
  void staff_who_were_let_go_are_nobody() {
    // Given
    Http admin = ServiceCentre.signedIn(suite, "ADMIN").api();
    String email = "lead-" + UUID.randomUUID() + "@service-centre.example";
    String id =
        admin
            .post("/api/v1/staff", Map.of("email", email, "role", "LEAD", "locale", "en"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    Device first = Device.of(email, temporaryPassword(email));
    first
        .api()
        .put("/api/v1/account/password", Map.of("newPassword", customer.password))
        .expect(204);
    Device lead = Device.of(email, customer.password);
    lead.use();

    // When
    admin.delete("/api/v1/staff/" + id).expect(204);

    // Then
    assertRefusedEverywhere("staff disabled", lead);
  }

  @Test
  void who_signed_out_while_a_service_was_down_is_out_when_it_is_back() {
    // Given
    Device here = Device.of(customer.email, customer.password);
    Device there = Device.of(customer.email, customer.password);
    here.use();
    long dead = nemesis.strike("fapiao");

    // When
    suite.gateway().with("Cookie", here.cookie()).delete("/api/v1/sessions/current").expect(204);
    awaitAnswer("fapiao", dead);

    // Then
    assertEquals(401, here.status("fapiao"));
    assertEquals(403, there.status("fapiao"));
  }

  @Test
  void the_same_after_a_restart_with_account_service_dead() throws IOException {
    // Given
    Device here = Device.of(customer.email, customer.password);
    Device there = Device.of(customer.email, customer.password);
    there.use();
    suite.gateway().with("Cookie", here.cookie()).delete("/api/v1/sessions/current").expect(204);

    // When every other service is killed and comes back without account-service; which is woken in
    // between, because the launcher replaces whoever gives no answer for half a minute
    for (String service : List.of("order-sync", "fapiao", "notification")) {
      halt("account");
      try {
        awaitAnswer(service, nemesis.strike(service));
        assertEquals(401, here.status(service), service);
        assertEquals(403, there.status(service), service);
      } finally {
        wake("account");
      }
      awaitAnswer("account", 0);
    }

    // Then
    assertRefusedEverywhere("signed out, account-service dead, restarted", here);
    assertBelieved(there);
  }

  @Test
  void signing_out_does_not_need_the_broker_which_learns_of_it_later() throws IOException {
    // Given
    Device here = Device.of(customer.email, customer.password);
    here.use();
    signal("kafka", "STOP");

    // When
    long asked = System.nanoTime();
    Http.Answer answer;
    try {
      answer = suite.gateway().with("Cookie", here.cookie()).delete("/api/v1/sessions/current");
    } finally {
      signal("kafka", "CONT");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - asked);

    // Then
    assertEquals(204, answer.status());
    table.append("%-44s%12d%n".formatted("(answer while the broker is away)", took.toMillis()));
    assertRefusedEverywhere("signed out, from the broker's return on", here);
  }

  private static void assertRefusedEverywhere(String event, Device device) {
    long since = System.nanoTime();
    table.append("%-44s".formatted(event));
    for (String service : SERVICES) {
      await(event + ": refused by " + service)
          .atMost(Customer.PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> device.status(service) == 401);
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      table.append((service.equals("notification") ? "%14d" : "%12d").formatted(took.toMillis()));
      if (TIMED) {
        assertTrue(took.compareTo(PROMISED) <= 0, service + " refuses only after " + took);
      }
    }
    table.append(System.lineSeparator());
    device.api().get("/api/v1/bills").expect(401);
    device.api().get("/api/v1/orders").expect(401);
    device.api().get("/api/v1/account").expect(401);
  }

  private static void assertBelieved(Device device) {
    SERVICES.forEach(service -> assertEquals(403, device.status(service), service));
    device.api().get("/api/v1/bills").expect(200);
    device.api().get("/api/v1/orders").expect(200);
    device.api().get("/api/v1/account").expect(200);
  }

  private static void awaitAnswer(String service, long deadProcess) {
    await(service + " is back")
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(
            () ->
                suite.description().path("pids").path(service).asLong() != deadProcess
                    && suite.service(service).get(GUARDED).status() == 401);
  }

  private static Customer activated() {
    Customer customer = Customer.stranger(suite);
    String order =
        suite
            .simulator()
            .post(
                "/orders",
                Map.of(
                    "payer", Map.of("name", "Contoso", "email", customer.email),
                    "paidAt", Clock.systemUTC().instant().toString()))
            .expect(201)
            .json()
            .path("orderNumber")
            .asText();
    customer.register(order, "");
    customer.activate();
    return customer;
  }

  private static String temporaryPassword(String email) {
    Mailbox.Mail mail =
        suite
            .mailbox()
            .awaitMail(email, "temporary password", m -> TEMPORARY.matcher(m.text()).find());
    Matcher password = TEMPORARY.matcher(mail.text());
    if (!password.find()) {
      throw new AssertionError("no temporary password in: " + mail.text());
    }
    return password.group(1);
  }

  /**
   * Stops the process. Where a slow machine took longer than the launcher waits, another one may
   * answer a moment before the launcher tells its id.
   */
  private static void halt(String service) {
    await(service + " stopped").atMost(Customer.PATIENCE).until(() -> sent(service, "STOP") == 0);
  }

  /** Where a slow machine took longer than the launcher waits, there is another process by now. */
  private static void wake(String service) throws IOException {
    sent(service, "CONT");
  }

  private static void signal(String process, String name) throws IOException {
    assertEquals(0, sent(process, name));
  }

  private static int sent(String process, String name) throws IOException {
    long pid = suite.description().path("pids").path(process).asLong();
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
    await("signal " + name).until(() -> !kill.isAlive());
    return kill.exitValue();
  }
}
