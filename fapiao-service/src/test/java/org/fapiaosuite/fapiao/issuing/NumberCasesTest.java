package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of Fapiao as clerks type them. */
@QuarkusTest
class NumberCasesTest {

  private final Story story = new Story();

  @ParameterizedTest
  @MethodSource("numbers")
  void a_number_is_read_as_its_case_says(List<String> columns) {
    LegalNumber number = typed(columns);
    Violations violations = new Violations();

    number.check(
        FapiaoType.valueOf(columns.get(3)), Medium.valueOf(columns.get(4)), "f", violations);

    assertEquals(columns.get(5), verdict(violations));
    if (columns.get(5).equals("OK")) {
      assertEquals(columns.get(columns.size() > 7 ? 7 : 2), number.number());
      assertEquals(number, LegalNumber.typed(number.scheme(), number.code(), number.number()));
    }
  }

  static Stream<List<String>> numbers() {
    return CaseFile.read("fapiao-numbers.tsv");
  }

  @Test
  void the_service_centre_reads_the_same_cases() {
    String id = story.accepted(story.invoiceableBill("1.00"));

    numbers()
        .filter(columns -> columns.get(3).equals("ORDINARY") && columns.get(4).equals("PAPER"))
        .filter(columns -> !columns.get(5).equals("OK"))
        .forEach(columns -> assertEquals(422, issue(id, columns).statusCode(), columns::toString));

    String number = Story.number();
    Response issued =
        issue(id, List.of("LEGACY_CODE_NUMBER", " 3100 2613 20 ", number.replace("", " ")));
    assertEquals(200, issued.statusCode(), issued.asString());
    assertEquals(number, Json.of(issued).at("/fapiaos/0/number").asText(number));
    assertNotEquals(200, issue(id, List.of("LEGACY_CODE_NUMBER", "3100261320", "1")).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "26312000000012345678, 2026-11-18, ''",
    "25312000000012345678, 2026-11-18, fapiao-number-year",
    "26992000000012345678, 2026-11-18, fapiao-number-region",
    "25712000000012345678, 2026-11-18, fapiao-number-year fapiao-number-region",
    "26442000000012345678, 2026-01-01, ''",
  })
  void a_year_or_region_that_contradicts_the_day_of_issue_is_odd(
      String number, LocalDate issuedOn, String codes) {
    List<Warning> odd =
        LegalNumber.typed(NumberScheme.UNIFIED_20, null, number).oddities(issuedOn, "fapiaos[0]");

    assertEquals(codes, String.join(" ", odd.stream().map(Warning::code).toList()));
    odd.forEach(warning -> assertEquals("fapiaos[0].number", warning.field()));
  }

  @Test
  void staff_are_warned_of_it_and_the_customer_is_not() {
    String id = story.accepted(story.invoiceableBill("1.00"));
    String number = "2531%016d".formatted(Story.next());

    Response issued = issue(id, List.of("UNIFIED_20", "", number));

    assertEquals(200, issued.statusCode(), issued.asString());
    assertEquals(
        List.of("fapiao-number-year"),
        Story.staff("CLERK").get(Story.DESK + "/" + id).jsonPath().getList("warnings.code"));
    assertEquals(List.of(), story.application(id).getList("warnings.code"));
  }

  private static Response issue(String id, List<String> columns) {
    Map<String, Object> fapiao = new HashMap<>();
    fapiao.put("numberScheme", columns.get(0));
    if (!columns.get(1).isEmpty()) {
      fapiao.put("code", columns.get(1));
    }
    fapiao.put("number", columns.get(2));
    fapiao.put("issuedOn", "2026-11-18");
    return Story.staff("CLERK")
        .body(Map.of("fapiaos", List.of(fapiao)))
        .post(Story.DESK + "/" + id + "/issue");
  }

  private static LegalNumber typed(List<String> columns) {
    return LegalNumber.typed(NumberScheme.valueOf(columns.get(0)), columns.get(1), columns.get(2));
  }

  private static String verdict(Violations violations) {
    List<String> keys = new ArrayList<>(List.of("OK"));
    try {
      violations.throwIfAny();
    } catch (ProblemException refused) {
      keys.clear();
      refused.violations().forEach(violation -> keys.add(VERDICTS.get(violation.messageKey())));
    }
    return String.join(" ", keys);
  }

  private static final Map<String, String> VERDICTS =
      Map.of(
          "violation.code", "CODE",
          "violation.code-kind", "CODE_KIND",
          "violation.number-8", "NUMBER",
          "violation.number-20", "NUMBER",
          "violation.no-code", "NO_CODE");
}
