package org.fapiaosuite.fapiao.rest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Supplier;
import org.fapiaosuite.fapiao.Story;
import org.junit.jupiter.api.Test;

/** What the caller has already is not sent once more. */
@QuarkusTest
class UnchangedTest {
  private static final String TITLES = "/api/v1/titles";
  private static final String FAPIAOS = "/api/v1/fapiaos";

  private final Story story = new Story();

  @Test
  void a_title_that_is_as_it_was_is_not_sent_again() {
    Map<String, String> title = Map.of("titleType", "INDIVIDUAL", "name", "王小明");
    String id = story.customer().body(title).post(TITLES).path("id");

    unchanged(story::customer, TITLES + "/" + id);
  }

  @Test
  void an_application_and_its_fapiao_that_are_as_they_were_are_not_sent_again() {
    String id = story.issued(story.invoiceableBill("10.00"));
    String fapiao = story.customer().get(FAPIAOS).path("items[0].id");

    unchanged(story::customer, FAPIAOS + "/" + fapiao);
    unchanged(() -> Story.staff("CLERK"), Story.DESK + "/" + id);
  }

  private static void unchanged(Supplier<RequestSpecification> caller, String path) {
    String tag = caller.get().get(path).then().statusCode(200).extract().header("ETag");
    caller.get().header("If-None-Match", tag).get(path).then().statusCode(304);
  }
}
