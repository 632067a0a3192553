package org.fapiaosuite.fapiao.title;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.CaseFile.Case;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel's cases say of names, numbers and addresses, asked of the title library. */
@QuarkusTest
class TitleCasesTest {

  private static final String TITLES = "/api/v1/titles";

  private final Story story = new Story();

  @ParameterizedTest
  @MethodSource
  void a_name_is_kept_as_its_case_says(Case name) {
    assertKept("name", name, keep("\"titleType\":\"INDIVIDUAL\",\"name\":" + json(name)));
  }

  static Stream<Case> a_name_is_kept_as_its_case_says() {
    return CaseFile.cases("names.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void an_address_is_kept_as_its_case_says(Case address) {
    assertKept("address", address, with("address", json(address)));
  }

  static Stream<Case> an_address_is_kept_as_its_case_says() {
    return CaseFile.cases("addresses.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void a_telephone_number_is_kept_as_its_case_says(Case phone) {
    assertKept("phone", phone, with("phone", json(phone)));
  }

  static Stream<Case> a_telephone_number_is_kept_as_its_case_says() {
    return CaseFile.cases("phones.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void a_bank_account_is_kept_as_its_case_says(Case account) {
    assertKept("bankAccount", account, with("bankAccount", json(account)));
  }

  static Stream<Case> a_bank_account_is_kept_as_its_case_says() {
    return CaseFile.cases("bank-accounts.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void a_taxpayer_id_is_kept_as_its_case_says(Case id) {
    boolean refused = Flaws.anyMatch(id.verdict());
    Response answer = with("taxpayerId", json(id));

    if (refused) {
      assertRefused("taxpayerId", id, answer);
      assertEquals(
          id.verdict().equals("CHECK_DIGIT"),
          Json.of(answer).at("/violations/0/message").asText().contains("checkDigitConfirmed"));
    } else {
      assertEquals(201, answer.statusCode(), answer.asString());
      assertEquals(id.normal(), Json.of(answer).path("taxpayerId").asText());
    }
  }

  static Stream<Case> a_taxpayer_id_is_kept_as_its_case_says() {
    return CaseFile.cases("taxpayer-ids.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void a_confirmation_is_for_a_wrong_check_character_alone(Case id) {
    Response answer = with("taxpayerId", json(id) + ",\"checkDigitConfirmed\":true");

    if (Flaws.anyMatch(id.verdict()) && !id.verdict().equals("CHECK_DIGIT")) {
      assertRefused("taxpayerId", id, answer);
      return;
    }
    JsonNode title = Json.of(answer);
    assertEquals(201, answer.statusCode(), answer.asString());
    assertEquals(id.verdict().equals("CHECK_DIGIT"), title.path("checkDigitConfirmed").asBoolean());
    assertEquals(
        id.verdict().equals("CHECK_DIGIT"),
        title.path("warnings").findValuesAsText("code").contains("TAXPAYER_ID_CHECK_DIGIT"));
  }

  static Stream<Case> a_confirmation_is_for_a_wrong_check_character_alone() {
    return CaseFile.cases("taxpayer-ids.tsv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"晚到公司", "老王饭店", "人民医院", "IBM", "3M", "一厂", "朝阳区社区"})
  void a_short_name_of_an_organisation_is_no_persons(String name) {
    JsonNode warnings = organization(name);

    assertEquals(0, warnings.size(), warnings.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "欧阳娜娜", "李军", "陈园"})
  void a_persons_name_is_remarked_on_at_its_field(String name) {
    JsonNode warnings = organization(name);

    assertEquals("person-name", warnings.at("/0/code").asText());
    assertEquals("name", warnings.at("/0/field").asText());
  }

  private JsonNode organization(String name) {
    Response answer =
        keep(
            "\"titleType\":\"ORGANIZATION\",\"taxpayerId\":\"91310106552993944D\",\"name\":"
                + CaseFile.json(name));
    return Json.of(answer).path("warnings");
  }

  private Response with(String field, String json) {
    return keep("\"titleType\":\"INDIVIDUAL\",\"name\":\"n\",\"" + field + "\":" + json);
  }

  private Response keep(String fields) {
    return story.customer().body("{" + fields + "}").post(TITLES);
  }

  private static String json(Case one) {
    return CaseFile.json(one.input());
  }

  private static void assertKept(String field, Case one, Response answer) {
    if (one.isAccepted()) {
      assertEquals(201, answer.statusCode(), answer.asString());
      assertEquals(one.normal(), Json.of(answer).path(field).asText());
    } else {
      assertRefused(field, one, answer);
    }
  }

  /** Half a character and U+0000 are no text to begin with. */
  private static void assertRefused(String field, Case one, Response answer) {
    boolean text = one.input().chars().allMatch(at -> at != 0 && !isHalf(one.input()));
    assertEquals(text ? 422 : 400, answer.statusCode(), answer.asString());
    assertTrue(!text || Json.of(answer).at("/violations/0/field").asText().equals(field));
  }

  private static boolean isHalf(String text) {
    return text.codePoints().anyMatch(at -> at >= 0xD800 && at <= 0xDFFF);
  }

  /** The verdicts that are no kind of taxpayer id. */
  private enum Flaws {
    CHARACTERS,
    LENGTH,
    ZEROS,
    FORM,
    BIRTHDAY,
    CHECK_DIGIT;

    static boolean anyMatch(String verdict) {
      return Stream.of(values()).anyMatch(flaw -> flaw.name().equals(verdict));
    }
  }
}
