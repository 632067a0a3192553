package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.Test;

/** What an issuer can say at once: issued, refused, or something it was not asked for. */
@QuarkusTest
@TestProfile(ProviderIssues.class)
class IssuerAnswersTest extends IssuerTrial {

  @Inject IssuerCall call;

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
}
