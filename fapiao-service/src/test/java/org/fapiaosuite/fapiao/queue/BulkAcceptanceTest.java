package org.fapiaosuite.fapiao.queue;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Up to a hundred at once, each for itself. */
@QuarkusTest
class BulkAcceptanceTest {

  private static final String PROBLEM = "urn:fapiaosuite:problem:";

  private final Story story = new Story();
  private final UUID clerk = UUID.randomUUID();

  @Test
  void each_has_a_result_and_none_keeps_another_from_it() {
    // Given
    String fresh = story.submitted(story.invoiceableBill("10.00"));
    String accepted = story.accepted(story.invoiceableBill("11.00"));
    String issued = story.issued(story.invoiceableBill("12.00"));
    String claimed = story.submitted(story.invoiceableBill("13.00"));
    String draft = story.draft(Story.request(story.invoiceableBill("14.00")));
    String absent = UUID.randomUUID().toString();
    String last = story.submitted(story.invoiceableBill("15.00"));
    Story.staff("LEAD").post(DESK + "/" + claimed + "/claim").then().statusCode(200);

    // When
    Response answer = accept(List.of(fresh, accepted, issued, claimed, draft, absent, last));

    // Then
    answer
        .then()
        .statusCode(200)
        .body("items.id", contains(fresh, accepted, issued, claimed, draft, absent, last))
        .body("items[0].status", equalTo("IN_PROCESS"))
        .body("items[1].status", equalTo("IN_PROCESS"))
        .body("items[2].problem", equalTo(PROBLEM + "cannot-accept"))
        .body("items[3].problem", equalTo(PROBLEM + "application-claimed"))
        .body("items[4].problem", equalTo(PROBLEM + "not-found"))
        .body("items[5].problem", equalTo(PROBLEM + "not-found"))
        .body("items[6].status", equalTo("IN_PROCESS"));
    assertEquals("IN_PROCESS", story.application(last).getString("status"));
    assertEquals("SUBMITTED", story.application(claimed).getString("status"));
  }

  @Test
  void each_that_was_accepted_has_its_row_in_the_trail() {
    String fresh = story.submitted(story.invoiceableBill("10.00"));
    String issued = story.issued(story.invoiceableBill("12.00"));

    accept(List.of(fresh, issued)).then().statusCode(200);

    assertEquals(
        "acceptApplications {" + fresh + "}",
        Database.query(
            "SELECT string_agg(action || ' ' || subjects::text, '; ') FROM audit_entry"
                + " WHERE actor = '"
                + clerk
                + "'"));
  }

  static Stream<List<String>> impossible() {
    String id = UUID.randomUUID().toString();
    return Stream.of(
        List.of(),
        List.of(id, id),
        List.of(id, id.toUpperCase(java.util.Locale.ROOT)),
        Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList(),
        Collections.nCopies(100, id));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void doubles_none_and_too_many_are_a_clear_problem(List<String> ids) {
    accept(ids)
        .then()
        .statusCode(422)
        .body("type", equalTo(PROBLEM + "validation"))
        .body("violations.field", contains("ids"));
  }

  @Test
  void a_hundred_are_taken() {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(100).toList();

    Response answer = accept(ids);

    answer.then().statusCode(200).body("items.id", equalTo(ids));
  }

  private Response accept(List<String> ids) {
    return Story.as(TestTokens.staff(clerk, "CLERK"))
        .body(Map.of("ids", ids))
        .post(DESK + "/acceptances");
  }
}
