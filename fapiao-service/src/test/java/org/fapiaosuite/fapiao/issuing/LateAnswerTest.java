package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An issuer that answers late or twice, and a service that dies before it has saved the answer. */
@QuarkusTest
@TestProfile(ProviderIssues.class)
class LateAnswerTest extends IssuerTrial {

  @Inject IssuingDesk desk;

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
    assertEquals(number, numbers(id));
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

  /** What a killed process leaves: no catch clause of the service stops it. */
  private static final class Halt extends Error {
    private static final long serialVersionUID = 1;
  }
}
