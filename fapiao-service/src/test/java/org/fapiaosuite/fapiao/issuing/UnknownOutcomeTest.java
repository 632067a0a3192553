package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.Test;

/** An issuer that does not say what became of it: asked again, told to staff, ended by a clerk. */
@QuarkusTest
@TestProfile(ProviderIssues.class)
class UnknownOutcomeTest extends IssuerTrial {

  @Inject IssueClaims claims;

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
    assertEquals(number, numbers(id));
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
    assertNotEquals(number, numbers(id));
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
}
