package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fapiaosuite.kernel.PrintedText.Flaw;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private final List<Flaw> told = new ArrayList<>();

  @Test
  void a_value_is_handed_on_and_nothing_told() {
    Optional<PrintedText> value = PrintedText.parse("王小明", 3).orTell(told::add);

    assertEquals(Optional.of(new PrintedText("王小明")), value);
    assertEquals(List.of(), told);
  }

  @Test
  void a_flaw_is_told_and_nothing_handed_on() {
    Optional<PrintedText> value = PrintedText.parse("王小明", 2).orTell(told::add);

    assertEquals(Optional.empty(), value);
    assertEquals(List.of(Flaw.TOO_LONG), told);
  }
}
