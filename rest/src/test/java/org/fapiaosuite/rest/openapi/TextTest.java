package org.fapiaosuite.rest.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @Test
  void an_example_at_the_end_is_taken_out_of_the_words() {
    Text text = Text.of("in yuan, two places. Example: `1270.00`.");

    assertEquals("In yuan, two places.", text.words());
    assertEquals(List.of("1270.00"), text.examples());
  }

  @Test
  void there_may_be_several_examples() {
    assertEquals(List.of("a", "b", "c"), Text.of("x. Examples: `a`, `b` or `c`").examples());
  }

  @Test
  void the_summary_is_the_first_sentence() {
    assertEquals("Signs in at 17.30", Text.of("Signs in at 17.30. Then more.").summary());
  }

  @ParameterizedTest
  @CsvSource({
    "of the order,Of the order.",
    "zh-CN or en,zh-CN or en.",
    "Done!,Done!",
    "`x` or `y`,`x` or `y`.",
  })
  void words_are_a_sentence(String comment, String words) {
    assertEquals(words, Text.of(comment).words());
  }

  @ParameterizedTest
  @CsvSource({
    "AccountView,Account",
    "PageBillView,BillList",
    "PageRowView,RowList",
    "DeadLetterPage,DeadLetterList",
    "Money,Money",
    "SessionList,SessionList",
  })
  void a_thing_has_one_name(String schema, String name) {
    assertEquals(name, Names.of(schema));
  }
}
