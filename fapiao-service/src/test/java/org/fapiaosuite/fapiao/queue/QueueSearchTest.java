package org.fapiaosuite.fapiao.queue;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application is found by what a clerk has in hand. */
@QuarkusTest
class QueueSearchTest {

  private final Story story = new Story();

  @Test
  void it_is_found_by_order_waybill_and_number() {
    // Given
    String number = Story.number();
    String waybill = "SF" + System.identityHashCode(story) + number;
    String id = story.accepted(story.invoiceableBill("10.00"));
    Story.issue(id, number).then().statusCode(200);
    Story.staff("CLERK")
        .body(Map.of("carrier", "SF", "waybill", waybill))
        .post(DESK + "/" + id + "/mail-out")
        .then()
        .statusCode(200);
    String order = story.application(id).getString("items[0].orderNumber");

    // Then
    for (String text : new String[] {order, waybill, number, " " + number + " "}) {
      search(text).body("items.id", contains(id));
    }
    for (String part : new String[] {order.substring(1), waybill.substring(2), "0" + number}) {
      search(part).body("items", hasSize(0));
    }
  }

  @Test
  void it_is_found_by_the_beginning_of_its_title_whatever_the_case() {
    // Given
    String name = "Contoso " + Story.next() + " GmbH";
    String id = titled(name);
    String longer = titled(name + " & Co");

    // Then
    search(name).body("items.id", containsInAnyOrder(id, longer));
    search(name.toUpperCase(java.util.Locale.ROOT))
        .body("items.id", containsInAnyOrder(id, longer));
    search(name + " &").body("items.id", contains(longer));
    search(name.substring(1)).body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%%", "%a%", "__", "_ontoso", "\\%", "a\\", "'; DROP TABLE bill--", "ab%"})
  void wild_cards_stand_for_themselves(String text) {
    story.submitted(story.invoiceableBill("10.00"));

    search(text).body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a", " a "})
  void too_little_to_search_for_is_told(String text) {
    refused("search", text);
  }

  @ParameterizedTest
  @CsvSource({
    "status, ANY",
    "status, issued",
    "overdue, yes",
    "atRisk, 1",
    "type, %",
    "medium, PAPYRUS",
    "claim, me",
    "limit, 101",
    "cursor, x"
  })
  void a_filter_that_is_none_is_told(String filter, String value) {
    refused(filter, value);
  }

  @Test
  void too_long_a_search_is_told() {
    refused("search", "x".repeat(101));
    search("x".repeat(100)).body("items", hasSize(0));
  }

  @Test
  void filters_go_together() {
    String paper = story.submitted(story.invoiceableBill("10.00"));
    String order = story.application(paper).getString("items[0].orderNumber");

    filtered(order, "status=SUBMITTED&type=ORDINARY&medium=PAPER")
        .body("items.id", contains(paper));
    filtered(order, "status=IN_PROCESS").body("items", hasSize(0));
    filtered(order, "type=SPECIAL").body("items", hasSize(0));
    filtered(order, "medium=ELECTRONIC").body("items", hasSize(0));
    filtered(order, "status=DRAFT").body("items", hasSize(0));
  }

  private String titled(String name) {
    Map<String, Object> request = Story.request(story.invoiceableBill("10.00"));
    request.put("buyer", Map.of("titleType", "INDIVIDUAL", "name", name));
    String id = story.draft(request);
    story.confirm(id).then().statusCode(200);
    return id;
  }

  private static ValidatableResponse filtered(String order, String filters) {
    return Story.staff("CLERK")
        .get(DESK + "?search=" + order + "&" + filters)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse search(String text) {
    return Story.staff("CLERK").queryParam("search", text).get(DESK).then().statusCode(200);
  }

  private static void refused(String parameter, String value) {
    for (String path : new String[] {DESK, DESK + ".csv", DESK + ".xlsx"}) {
      if (!path.equals(DESK) && (parameter.equals("limit") || parameter.equals("cursor"))) {
        continue;
      }
      Story.staff("CLERK")
          .queryParam(parameter, value)
          .get(path)
          .then()
          .statusCode(422)
          .body("violations.field", contains(parameter));
    }
  }
}
