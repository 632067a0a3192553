package org.fapiaosuite.fapiao.title;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The title library. */
@QuarkusTest
class TitlesTest {

  private static final String TITLES = "/api/v1/titles";
  private final Story story = new Story();

  @Test
  void one_title_is_the_default() {
    String first = add("王小明", true).then().statusCode(201).extract().path("id");
    String second = add("李雷", true).then().statusCode(201).extract().path("id");
    story.customer().get(TITLES + "/" + first).then().body("default", equalTo(false));
    Response read = story.customer().get(TITLES + "/" + second);
    read.then().body("default", equalTo(true));
    story
        .customer()
        .header("If-Match", read.header("ETag"))
        .body(Map.of("titleType", "INDIVIDUAL", "name", "韩梅梅"))
        .put(TITLES + "/" + second)
        .then()
        .statusCode(200)
        .body("name", equalTo("韩梅梅"))
        .body("default", equalTo(false));
    story.customer().delete(TITLES + "/" + second).then().statusCode(204);
    story.customer().delete(TITLES + "/" + second).then().statusCode(404);
    story.customer().get(TITLES).then().body("items.id", contains(first));
  }

  @Test
  void names_that_look_the_same_are_the_same() {
    add("Cafe\u0301（上海）公司", false).then().statusCode(201);
    add("Caf\u00E9(上海)公司", false)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:title-exists"));
    story.customer().get(TITLES).then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "ORGANIZATION, 310115MA1H8R7C6, older-taxpayer-id",
    "INDIVIDUAL, 11010549123100201, older-taxpayer-id",
    "ORGANIZATION, 11010549123100201, older-taxpayer-id person-taxpayer-id",
    "ORGANIZATION, 11010519491231002X, person-taxpayer-id",
    "INDIVIDUAL, 11010519491231002X01,",
    "INDIVIDUAL, 91310106552993944D, organization-taxpayer-id",
    "ORGANIZATION, 91310106552993944D,",
  })
  void odd_ids_are_kept_with_a_warning(String type, String id, @Nullable String warnings) {
    story
        .customer()
        .body(Map.of("titleType", type, "name", "上海示例科技有限公司", "taxpayerId", id))
        .post(TITLES)
        .then()
        .statusCode(201)
        .body(
            "warnings.code", equalTo(warnings == null ? List.of() : List.of(warnings.split(" "))));
  }

  @Test
  void an_edit_needs_the_version_that_was_read() {
    String id = add("王小明", false).then().extract().path("id");
    Map<String, Object> other = Map.of("titleType", "INDIVIDUAL", "name", "李雷");
    story.customer().body(other).put(TITLES + "/" + id).then().statusCode(428);
    story
        .customer()
        .header("If-Match", "\"7-en\"")
        .body(other)
        .put(TITLES + "/" + id)
        .then()
        .statusCode(412);
  }

  @Test
  void a_title_is_deleted_in_the_version_that_was_read() {
    String id = add("王小明", false).then().extract().path("id");

    story
        .customer()
        .header("If-Match", "\"7-en\"")
        .delete(TITLES + "/" + id)
        .then()
        .statusCode(412);

    story.customer().get(TITLES + "/" + id).then().statusCode(200);
  }

  @Test
  void a_title_does_not_become_another_that_is_kept() {
    add("王小明", false).then().statusCode(201);
    String id = add("李雷", false).then().extract().path("id");

    replace(id, Map.of("titleType", "INDIVIDUAL", "name", "王小明"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:fapiaosuite:problem:title-exists"));
  }

  @Test
  void a_title_is_not_replaced_by_one_without_a_name() {
    String id = add("王小明", false).then().extract().path("id");

    replace(id, Map.of("titleType", "INDIVIDUAL"))
        .then()
        .statusCode(422)
        .body("violations.field", contains("name"));
  }

  @Test
  void titles_are_paged_newest_first() {
    add("一", false);
    add("二", false);
    Response page = story.customer().get(TITLES + "?limit=1");
    page.then().body("items.name", contains("二"));
    story
        .customer()
        .get(TITLES + "?limit=1&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.name", contains("一"));
  }

  private Response replace(String id, Map<String, String> title) {
    return story.customer().header("If-Match", "*").body(title).put(TITLES + "/" + id);
  }

  private Response add(String name, boolean standard) {
    Map<String, Object> title = new HashMap<>();
    title.put("titleType", "INDIVIDUAL");
    title.put("name", name);
    title.put("default", standard);
    return story.customer().body(title).post(TITLES);
  }
}
