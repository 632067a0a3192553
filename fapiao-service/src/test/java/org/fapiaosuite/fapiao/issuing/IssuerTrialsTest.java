package org.fapiaosuite.fapiao.issuing;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * An issuer that stalls, refuses, answers late, twice or not at all, and a service that dies
 * between its answer and the saving of it. However it goes, an application gets its Fapiao once.
 */
@QuarkusTest
@TestProfile(ProviderIssues.class)
class IssuerTrialsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final IssueOutcome UNKNOWN = new IssueOutcome.Unknown();

  private final Story story = new Story();
  @Inject Provider provider;
  @Inject IssuingDesk desk;
  @Inject IssueRecovery recovery;
  @Inject IssuerCall call;
  @Inject IssueClaims claims;
  @Inject MeterRegistry registry;
  @Inject TestClock clock;

  @BeforeEach
  void on_friday_with_a_provider_that_behaves() {
    // what other tests left open is not this one's matter
    Database.query("UPDATE issue_attempt SET state = 'REPLACED' RETURNING 1");
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
    provider.behave();
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_provider_that_answers_issues_in_one_call() {
    // Given
    String id = accepted();

    // When
    Response answer = issue(id);

    // Then
    assertEquals("ISSUED", status(answer));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.calls());
    assertEquals(0, provider.questions());
  }

  @Test
  void a_refusal_sends_it_back_to_the_clerk_with_the_reason() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> new IssueOutcome.Refused("the title is not registered"));

    // When
    Response refused = issue(id);
    provider.behave();
    Response corrected = issue(id);

    // Then
    assertEquals("IN_PROCESS", status(refused));
    assertEquals("The issuer refused: the title is not registered", warning(refused));
    assertEquals("ISSUED", status(corrected));
    assertEquals(0, Json.of(corrected).path("warnings").size());
    assertEquals(1, fapiaos(id));
  }

  @Test
  void the_customer_does_not_read_what_concerns_the_issuing() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> new IssueOutcome.Refused("not for customers"));

    // When
    issue(id);

    // Then
    assertEquals(List.of(), story.application(id).getList("warnings"));
    assertEquals("The issuer refused: not for customers", warning(seenByStaff(id)));
  }

  @Test
  void an_unknown_outcome_is_asked_for_and_never_done_again() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(
        order -> {
          provider.make(order);
          throw new IllegalStateException("the connection broke");
        });

    // When
    Response unknown = issue(id);
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUE_UNKNOWN", status(unknown));
    assertEquals("ISSUED", status(id));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.calls());
    assertEquals(1, provider.questions());
  }

  @Test
  void it_is_asked_after_1_2_5_10_and_30_minutes_then_each_hour() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> UNKNOWN);
    provider.whenAsked(order -> UNKNOWN);
    issue(id);

    // When each minute of four hours somebody looks
    List<Integer> asked = new ArrayList<>();
    for (int minute = 1; minute <= 240; minute++) {
      int before = provider.questions();
      clock.advance(Duration.ofMinutes(1));
      recovery.takeUp();
      if (provider.questions() > before) {
        asked.add(minute);
      }
    }

    // Then the hour at which staff is told is among them
    assertEquals(List.of(1, 3, 8, 18, 48, 60, 120, 180, 240), asked);
    assertEquals("ISSUE_UNKNOWN", status(id));
    assertEquals(1, provider.calls());
  }

  @Test
  void staff_is_told_after_the_first_hour() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> UNKNOWN);
    provider.whenAsked(order -> UNKNOWN);
    issue(id);

    // When
    clock.advance(Duration.ofMinutes(59));
    recovery.takeUp();
    int before = Json.of(seenByStaff(id)).path("warnings").size();
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals(0, before);
    assertTrue(
        warning(seenByStaff(id))
            .startsWith("The issuer has not confirmed since 2026-11-20T04:00:00Z"),
        warning(seenByStaff(id)));
  }

  @Test
  void an_unknown_outcome_that_turns_out_refused_goes_back_to_the_clerk() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> UNKNOWN);
    provider.whenAsked(order -> new IssueOutcome.Refused("quota used up"));
    issue(id);

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("IN_PROCESS", status(id));
    assertEquals("The issuer refused: quota used up", warning(seenByStaff(id)));
    assertEquals(0, fapiaos(id));
  }

  @Test
  void an_unknown_outcome_is_ended_by_a_clerks_entry() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> UNKNOWN);
    issue(id);
    String number = Story.number();

    // When
    Response entered = Story.issue(id, number);
    clock.advance(Duration.ofHours(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUED", status(entered));
    assertEquals(number, Database.query(ONE_NUMBER.formatted(id)));
    assertEquals(0, provider.questions());
  }

  @Test
  void a_clerks_entry_that_comes_to_nothing_leaves_the_outcome_unknown() {
    // Given a provider that issued without saying so, and a copy of the service that dies over the
    // clerk's entry before it is saved
    String id = accepted();
    provider.whenToldToIssue(
        order -> {
          provider.make(order);
          return UNKNOWN;
        });
    issue(id);
    String number = Story.number();
    claims.claim(UUID.fromString(id), typed(number), "clerk", null);
    // and another application that gets the number meanwhile
    String other = story.accepted(story.invoiceableBill("10.00"));
    provider.whenToldToIssue(order -> documents(order, typed(number)));
    issue(other).then().statusCode(200);

    // When the entry is taken up, and then what it stood for
    clock.advance(LEASE);
    recovery.takeUp();

    // Then nobody issued once more
    assertEquals("ISSUED", status(id));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.makes());
    assertEquals(2, provider.calls());
    assertNotEquals(number, Database.query(ONE_NUMBER.formatted(id)));
  }

  @Test
  void a_number_of_another_application_is_no_reason_to_have_a_provider_issue_again() {
    // Given
    String number = Story.number();
    provider.whenToldToIssue(order -> documents(order, typed(number)));
    String first = accepted();
    issue(first).then().statusCode(200);
    String second = accepted();

    // When
    Response answer = issue(second);

    // Then
    assertEquals(409, answer.statusCode());
    assertEquals("ISSUE_UNKNOWN", status(second));
    assertEquals(0, fapiaos(second));
  }

  @Test
  void a_late_answer_that_says_the_same_is_counted_as_repeated() {
    // Given
    String id = accepted();
    CountDownLatch answers = stall();
    CompletableFuture<Response> stalled = inTheBackground(id);
    double before = counted("repeated");
    clock.advance(LEASE);
    recovery.takeUp();

    // When
    answers.countDown();
    stalled.join();

    // Then
    assertEquals(1, counted("repeated") - before);
  }

  @Test
  void an_answer_that_comes_after_the_clerks_entry_changes_nothing() {
    // Given a call that stalls until long after its lease
    String id = accepted();
    CountDownLatch answers = stall();
    CompletableFuture<Response> stalled = inTheBackground(id);
    provider.whenAsked(order -> UNKNOWN);
    clock.advance(LEASE);
    recovery.takeUp();
    String number = Story.number();
    Story.issue(id, number).then().statusCode(200);

    // When
    answers.countDown();
    Response late = stalled.join();

    // Then
    assertEquals("ISSUED", status(late));
    assertEquals(number, Database.query(ONE_NUMBER.formatted(id)));
  }

  @Test
  void a_stalled_call_is_taken_up_after_its_lease_and_its_late_answer_changes_nothing() {
    // Given a call whose answer is on its way for longer than its lease
    String id = accepted();
    CountDownLatch answers = stall();
    CompletableFuture<Response> stalled = inTheBackground(id);

    // When
    clock.advance(LEASE.minusMillis(1));
    recovery.takeUp();
    String before = status(id);
    clock.advance(Duration.ofMillis(1));
    recovery.takeUp();
    String after = status(id);
    answers.countDown();
    Response late = stalled.join();

    // Then
    assertEquals("ISSUING", before);
    assertEquals("ISSUED", after);
    assertEquals("ISSUED", status(late));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.calls());
  }

  @Test
  void a_late_answer_ends_what_was_unknown() {
    // Given
    String id = accepted();
    CountDownLatch answers = stall();
    CompletableFuture<Response> stalled = inTheBackground(id);
    provider.whenAsked(order -> UNKNOWN);
    clock.advance(LEASE);
    recovery.takeUp();
    String unknown = status(id);

    // When
    answers.countDown();
    Response late = stalled.join();

    // Then
    assertEquals("ISSUE_UNKNOWN", unknown);
    assertEquals("ISSUED", status(late));
    assertEquals(1, fapiaos(id));
  }

  @Test
  void while_somebody_asks_nobody_else_does() {
    // Given
    String id = accepted();
    CountDownLatch answers = stall();
    CompletableFuture<Response> stalled = inTheBackground(id);
    provider.whenAsked(order -> UNKNOWN);

    // When
    Response second = issue(id);
    answers.countDown();
    Response first = stalled.join();

    // Then
    assertEquals(409, second.statusCode());
    assertEquals("ISSUING", Json.of(second).path("state").asText());
    assertEquals("ISSUED", status(first));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.calls());
  }

  @RepeatedTest(20)
  void a_crash_between_answer_and_saving_makes_no_second_fapiao() {
    // Given a service that dies right after the provider issued
    String id = accepted();
    provider.whenToldToIssue(
        order -> {
          provider.make(order);
          throw new Halt();
        });
    IssueRequest request = typed(Story.number());

    // When it dies, and a copy of it looks, before and after the lease has ended
    assertThrows(Halt.class, () -> desk.issue(UUID.fromString(id), request, "clerk", null));
    String left = status(id);
    recovery.takeUp();
    String held = status(id);
    clock.advance(LEASE);
    recovery.takeUp();
    recovery.takeUp();

    // Then
    assertEquals("ISSUING", left);
    assertEquals("ISSUING", held);
    assertEquals("ISSUED", status(id));
    assertEquals(1, fapiaos(id));
    assertEquals(1, provider.calls());
  }

  @Test
  void a_refund_while_unknown_waits_and_shrinks_what_was_refused() {
    // Given
    String order = story.paidOrder("1270.00");
    String id = story.accepted(story.invoiceable(order));
    provider.whenToldToIssue(asked -> UNKNOWN);
    provider.whenAsked(asked -> new IssueOutcome.Refused("no"));
    issue(id);
    story.refunded(order, "270.00");
    awaitDeficit(order, "27000");
    String waiting = story.application(id).getString("amount.value");

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("1270.00", waiting);
    assertEquals("1000.00", story.application(id).getString("amount.value"));
    assertEquals("IN_PROCESS", status(id));
    assertEquals("0", deficit(order));
  }

  @Test
  void a_full_refund_while_unknown_waits_and_cancels_what_was_refused() {
    // Given
    String order = story.paidOrder("1270.00");
    String bill = story.invoiceable(order);
    String id = story.accepted(bill);
    provider.whenToldToIssue(asked -> UNKNOWN);
    provider.whenAsked(asked -> new IssueOutcome.Refused("no"));
    issue(id);
    story.refunded(order, "1270.00");
    awaitDeficit(order, "127000");
    String waiting = status(id);

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUE_UNKNOWN", waiting);
    assertEquals("CANCELLED", status(id));
    assertEquals("REFUNDED", story.bill(bill).getString("blockReason"));
    assertEquals("0", deficit(order));
  }

  @Test
  void a_refund_while_unknown_is_a_deficit_of_what_was_issued() {
    // Given
    String order = story.paidOrder("1270.00");
    String id = story.accepted(story.invoiceable(order));
    provider.whenToldToIssue(
        asked -> {
          provider.make(asked);
          return UNKNOWN;
        });
    issue(id);
    story.refunded(order, "270.00");
    awaitDeficit(order, "27000");

    // When
    clock.advance(Duration.ofMinutes(1));
    recovery.takeUp();

    // Then
    assertEquals("ISSUED", status(id));
    assertEquals("1270.00", story.application(id).getString("amount.value"));
    assertEquals("27000", deficit(order));
  }

  @Test
  void an_answer_with_another_number_of_documents_is_none() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(order -> new IssueOutcome.Issued(List.of()));

    // When
    Response answer = issue(id);

    // Then
    assertEquals("ISSUE_UNKNOWN", status(answer));
    assertEquals(0, fapiaos(id));
  }

  @Test
  void an_answer_with_another_amount_is_none() {
    // Given
    String id = accepted();
    provider.whenToldToIssue(
        order ->
            new IssueOutcome.Issued(
                List.of(
                    new IssuedFapiao(
                        typed(Story.number()).fapiaos().get(0).legalNumber(),
                        LocalDate.parse("2026-11-18"),
                        new TaxSplit(Money.ofFen(899), Money.ofFen(100))))));

    // When
    Response answer = issue(id);

    // Then
    assertEquals("ISSUE_UNKNOWN", status(answer));
    assertEquals(0, fapiaos(id));
  }

  @Test
  void an_issuer_is_not_asked_within_a_transaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew().run(() -> call.outcomeOf(Provider.NAME, anyOrder())));
    assertEquals(0, provider.questions());
  }

  /** What a killed process leaves: no catch clause of the service stops it. */
  private static final class Halt extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final String ONE_NUMBER =
      "SELECT string_agg(number, ',') FROM fapiao WHERE application_id = '%s'";

  private static IssueOrder anyOrder() {
    return new IssueOrder(
        new UUID(1, 1),
        new UUID(2, 2),
        "simulator:contoso-cn",
        FapiaoType.ORDINARY,
        Medium.PAPER,
        new Buyer(TitleType.INDIVIDUAL, "王小明", null, null, null, null, null),
        new FapiaoPlan(List.of()),
        List.of());
  }

  private static IssueRequest typed(String number) {
    return new IssueRequest(
        List.of(
            new IssueRequest.Entry(
                NumberScheme.LEGACY_CODE_NUMBER,
                "3100261320",
                number,
                LocalDate.parse("2026-11-18"),
                null)));
  }

  /** The documents of a plan under the numbers of a request. */
  private static IssueOutcome documents(IssueOrder order, IssueRequest request) {
    List<IssuedFapiao> documents = new ArrayList<>();
    for (FapiaoPlan.Part part : order.plan().parts()) {
      NumberEntry entry = request.fapiaos().get(documents.size()).entry();
      documents.add(new IssuedFapiao(entry.number(), entry.issuedOn(), part.total()));
    }
    return new IssueOutcome.Issued(documents);
  }

  private double counted(String outcome) {
    return registry
        .counter("fapiao.issuing.outcomes", "issuer", Provider.NAME, "outcome", outcome)
        .count();
  }

  private String accepted() {
    return story.accepted(story.invoiceableBill("10.00"));
  }

  /** The provider issues, and its answer is on its way until the latch is released. */
  private CountDownLatch stall() {
    CountDownLatch answers = new CountDownLatch(1);
    provider.whenToldToIssue(
        order -> {
          IssueOutcome made = provider.make(order);
          try {
            answers.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return made;
        });
    return answers;
  }

  private CompletableFuture<Response> inTheBackground(String id) {
    CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> issue(id));
    // issued, not only asked: what it is asked next it knows
    await().atMost(PATIENCE).until(() -> provider.makes() == 1);
    return answer;
  }

  private static Response issue(String id) {
    return Story.issue(id, Story.number());
  }

  private static Response seenByStaff(String id) {
    return Story.staff("CLERK").header("Accept-Language", "en").get(DESK + "/" + id);
  }

  private static String status(Response answer) {
    return Json.of(answer).path("status").asText();
  }

  private static String status(String id) {
    return status(seenByStaff(id));
  }

  private static String warning(Response answer) {
    return Json.of(answer).at("/warnings/0/message").asText();
  }

  private static int fapiaos(String id) {
    return Integer.parseInt(
        Database.query("SELECT count(*) FROM fapiao WHERE application_id = '" + id + "'"));
  }

  private static void awaitDeficit(String order, String fen) {
    await().atMost(PATIENCE).until(() -> deficit(order).equals(fen));
  }

  private static String deficit(String order) {
    return Database.query("SELECT deficit_fen FROM bill WHERE order_number = '" + order + "'");
  }
}
