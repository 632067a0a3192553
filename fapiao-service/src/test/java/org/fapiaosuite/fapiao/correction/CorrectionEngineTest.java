package org.fapiaosuite.fapiao.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole table of the engine: each combination of facts, and the one row that decides it. */
class CorrectionEngineTest {

  private static final LocalDate ISSUED = LocalDate.of(2026, 11, 18);
  private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
  private static final List<List<String>> FACTS =
      List.of(
          List.of("ELECTRONIC", "PAPER"),
          List.of("ORDINARY", "SPECIAL"),
          List.of("SAME", "OTHER"),
          List.of("ALL", "SOME", "NONE"),
          List.of("y", "n"),
          List.of("y", "n"),
          List.of("y", "n"),
          List.of("y", "n"),
          List.of("y", "n"),
          List.of("y", "n"),
          List.of("NONE", "AWAITED", "CONFIRMED", "LAPSED", "ENDED"));

  /** Facts, the decision they lead to, and the rule it comes from. */
  private record Row(List<Set<String>> conditions, String decision, String source) {

    static Row of(String line) {
      String[] sides = line.split(" -> ", 2);
      String[] result = sides[1].split(" \\| ", 2);
      return new Row(
          Stream.of(sides[0].split(" ")).map(field -> Set.of(field.split(","))).toList(),
          result[0],
          result[1]);
    }

    boolean holds(List<String> facts) {
      for (int i = 0; i < facts.size(); i++) {
        Set<String> condition = conditions.get(i);
        if (!condition.contains("*") && !condition.contains(facts.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void every_combination_is_decided_by_the_one_row_it_belongs_to() throws IOException {
    List<Row> rows = rows();
    Set<Row> used = new HashSet<>();
    int decided = 0;
    for (List<String> facts : combinations()) {
      List<Row> deciding = rows.stream().filter(row -> row.holds(facts)).toList();
      assertEquals(1, deciding.size(), () -> facts + " belong to " + deciding);
      Row row = deciding.get(0);
      for (FormKind form : FormKind.values()) {
        Decision decision = CorrectionEngine.decide(facts(facts, form));
        assertEquals(row.decision(), words(decision), facts + " with " + form);
        assertTrue(
            decision.reasons().stream().anyMatch(r -> r.source().equals(row.source())),
            () -> facts + ": " + decision.reasons());
      }
      used.add(row);
      decided++;
    }
    assertEquals(6_400, decided);
    assertEquals(rows.size(), used.size());
  }

  @Test
  void reasons_say_what_stands_against_a_void() {
    Facts facts =
        new Facts(
            new FapiaoKind(FapiaoType.ORDINARY, Medium.PAPER),
            ISSUED,
            LocalDate.of(2026, 12, 1),
            Set.of(),
            true,
            true,
            new Stated(true, true, false),
            true,
            FormKind.INFORMATION,
            null,
            NOW);

    assertEquals(
        List.of(
            Reason.OTHER_MONTH,
            Reason.DECLARED,
            Reason.CERTIFIED,
            Reason.PARTLY_REVERSED,
            Reason.COPIES_LOST,
            Reason.ORDINARY_TAKEN_BACK),
        CorrectionEngine.decide(facts).reasons());
  }

  @Test
  void a_month_is_that_of_the_calendar_and_its_year() {
    assertEquals("VOID", words(paper(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))));
    assertEquals("RED_LETTER", words(paper(ISSUED, LocalDate.of(2026, 12, 1))));
    assertEquals("RED_LETTER", words(paper(ISSUED, LocalDate.of(2027, 11, 18))));
  }

  @Test
  void a_confirmation_form_lapses_after_72_hours_and_an_information_form_never() {
    CorrectionForm form = new CorrectionForm("1", FormState.AWAITS_BUYER, NOW);
    Instant last = NOW.plus(Duration.ofHours(72));
    Instant later = NOW.plus(Duration.ofDays(400));

    assertEquals(FormState.AWAITS_BUYER, form.at(last, FormKind.CONFIRMATION));
    assertEquals(FormState.LAPSED, form.at(last.plusNanos(1000), FormKind.CONFIRMATION));
    assertEquals(FormState.AWAITS_BUYER, form.at(later, FormKind.INFORMATION));
    assertEquals(
        FormState.CONFIRMED, form.in(FormState.CONFIRMED).at(later, FormKind.CONFIRMATION));
  }

  private static Decision paper(LocalDate issuedOn, LocalDate actOn) {
    return CorrectionEngine.decide(
        new Facts(
            new FapiaoKind(FapiaoType.ORDINARY, Medium.PAPER),
            issuedOn,
            actOn,
            Set.of(PaperCopy.INVOICE),
            false,
            false,
            new Stated(false, false, false),
            false,
            FormKind.INFORMATION,
            null,
            NOW));
  }

  private static String words(Decision decision) {
    Awaited awaited = decision.waitingFor();
    return awaited == null ? decision.outcome().name() : "WAIT " + awaited;
  }

  private static Facts facts(List<String> facts, FormKind formKind) {
    FapiaoKind kind =
        new FapiaoKind(FapiaoType.valueOf(facts.get(1)), Medium.valueOf(facts.get(0)));
    return new Facts(
        kind,
        ISSUED,
        facts.get(2).equals("SAME") ? LocalDate.of(2026, 11, 30) : LocalDate.of(2026, 12, 1),
        copies(kind, facts.get(3)),
        is(facts, 5),
        is(facts, 4),
        new Stated(is(facts, 6), is(facts, 7), is(facts, 8)),
        is(facts, 9),
        formKind,
        form(facts.get(10), formKind),
        NOW);
  }

  private static boolean is(List<String> facts, int index) {
    return facts.get(index).equals("y");
  }

  private static Set<PaperCopy> copies(FapiaoKind kind, String which) {
    return switch (which) {
      case "ALL" -> PaperCopy.of(kind);
      case "SOME" -> Set.of(PaperCopy.INVOICE);
      default -> Set.of();
    };
  }

  private static @Nullable CorrectionForm form(String which, FormKind kind) {
    return switch (which) {
      case "AWAITED" -> new CorrectionForm("1", FormState.AWAITS_SELLER, NOW);
      case "CONFIRMED" -> new CorrectionForm("1", FormState.CONFIRMED, NOW);
      case "LAPSED" ->
          kind.lapses()
              ? new CorrectionForm("1", FormState.AWAITS_BUYER, NOW.minus(Duration.ofHours(73)))
              : new CorrectionForm("1", FormState.LAPSED, NOW);
      case "ENDED" -> new CorrectionForm("1", FormState.REFUSED_BY_BUYER, NOW);
      default -> null;
    };
  }

  /** All there are: an ordinary Fapiao has one copy, so that some of them are none or all. */
  private static List<List<String>> combinations() {
    List<List<String>> all = List.of(List.of());
    for (List<String> values : FACTS) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> facts : all) {
        for (String value : values) {
          List<String> more = new ArrayList<>(facts);
          more.add(value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all.stream()
        .filter(facts -> !(facts.get(1).equals("ORDINARY") && facts.get(3).equals("SOME")))
        .toList();
  }

  private static List<Row> rows() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(
            CorrectionEngineTest.class.getResourceAsStream("/correction-table.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Row::of)
          .toList();
    }
  }
}
