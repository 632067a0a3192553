package org.fapiaosuite.fapiao.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of every list of the service. */
@QuarkusTest
class PagingTest {
  private static final List<String> OF_CUSTOMERS =
      List.of("bills", "titles", "applications", "fapiaos", "support-cases");
  private static final String QUEUE = "service-centre/applications";
  private static final String CASES = "service-centre/support-cases";

  private final Story story = new Story();

  @BeforeEach
  void twoOfEach() {
    for (int i = 1; i <= 2; i++) {
      story.issued(story.invoiceableBill(i + ".00"));
      Map<String, Object> title = Map.of("titleType", "INDIVIDUAL", "name", "王小" + i);
      story.customer().body(title).post("/api/v1/titles").then().statusCode(201);
      Map<String, Object> asked = Map.of("kind", "OTHER", "text", "x");
      story.customer().body(asked).post("/api/v1/support-cases").then().statusCode(201);
    }
  }

  @Test
  void a_last_page_says_that_it_is_the_last_even_when_it_is_full() {
    for (String list : OF_CUSTOMERS) {
      reader(list)
          .get("/api/v1/" + list + "?limit=2")
          .then()
          .statusCode(200)
          .body("items", hasSize(2))
          .body("$", not(hasKey("nextCursor")));
    }
  }

  @Test
  void a_list_takes_its_own_cursors_alone() {
    // Given
    story.submitted(story.invoiceableBill("3.00"));
    story.submitted(story.invoiceableBill("4.00"));
    Map<String, String> cursors = new LinkedHashMap<>();
    for (String list : OF_CUSTOMERS) {
      cursors.put(list, next(list));
    }
    cursors.put(QUEUE, next(QUEUE));
    cursors.put(CASES, next(CASES));
    cursors.put("dead-letters", "1");

    // Then
    for (String list : cursors.keySet()) {
      cursors.forEach(
          (origin, cursor) -> {
            int expected = origin.equals(list) ? 200 : 422;
            ValidatableResponse answer =
                reader(list).get("/api/v1/" + list + "?cursor=" + cursor).then();
            answer.statusCode(expected);
            if (expected == 422) {
              answer.body("violations.field", equalTo(List.of("cursor")));
            }
          });
    }
  }

  private String next(String list) {
    return reader(list).get("/api/v1/" + list + "?limit=1").path("nextCursor");
  }

  private RequestSpecification reader(String list) {
    return list.startsWith("service-centre/") || list.equals("dead-letters")
        ? Story.staff("LEAD")
        : story.customer();
  }
}
