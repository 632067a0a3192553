package org.fapiaosuite.fapiao.issuing;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.DESK;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A provider that answers as it is told to, an application that was accepted, and what came of it.
 * However it goes, an application gets its Fapiao once.
 */
abstract class IssuerTrial {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final Duration LEASE = Duration.ofMinutes(2);
  static final IssueOutcome UNKNOWN = new IssueOutcome.Unknown();

  final Story story = new Story();
  @Inject Provider provider;
  @Inject IssueRecovery recovery;
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

  static IssueRequest typed(String number) {
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
  static IssueOutcome documents(IssueOrder order, IssueRequest request) {
    List<IssuedFapiao> documents = new ArrayList<>();
    for (FapiaoPlan.Part part : order.plan().parts()) {
      NumberEntry entry = request.fapiaos().get(documents.size()).entry();
      documents.add(new IssuedFapiao(entry.number(), entry.issuedOn(), part.total()));
    }
    return new IssueOutcome.Issued(documents);
  }

  double counted(String outcome) {
    return registry
        .counter("fapiao.issuing.outcomes", "issuer", Provider.NAME, "outcome", outcome)
        .count();
  }

  String accepted() {
    return story.accepted(story.invoiceableBill("10.00"));
  }

  /** The provider issues, and its answer is on its way until the latch is released. */
  CountDownLatch stall() {
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

  CompletableFuture<Response> inTheBackground(String id) {
    CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> issue(id));
    // issued, not only asked: what it is asked next it knows
    await().atMost(PATIENCE).until(() -> provider.makes() == 1);
    return answer;
  }

  static Response issue(String id) {
    return Story.issue(id, Story.number());
  }

  static Response seenByStaff(String id) {
    return Story.staff("CLERK").header("Accept-Language", "en").get(DESK + "/" + id);
  }

  static String status(Response answer) {
    return Json.of(answer).path("status").asText();
  }

  static String status(String id) {
    return status(seenByStaff(id));
  }

  static String warning(Response answer) {
    return Json.of(answer).at("/warnings/0/message").asText();
  }

  static int fapiaos(String id) {
    return Integer.parseInt(
        Database.query("SELECT count(*) FROM fapiao WHERE application_id = '" + id + "'"));
  }

  /** The numbers of its Fapiao, with commas between them. */
  static String numbers(String id) {
    return Database.query(
        "SELECT string_agg(number, ',') FROM fapiao WHERE application_id = '" + id + "'");
  }
}
