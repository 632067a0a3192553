package org.fapiaosuite.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

  @ParameterizedTest
  @EnumSource(Problem.class)
  void every_problem_has_its_texts_in_every_language(Problem problem) {
    TreeSet<String> titles = new TreeSet<>();
    for (Locale locale : Languages.SERVED) {
      Refusal refusal = Refusal.of(problem, locale.toLanguageTag(), "t", null, 64);

      assertEquals(locale.toLanguageTag(), refusal.headers().get("content-language"));
      String detail = refusal.body().toJsonObject().getString("detail");
      assertFalse(detail.isBlank());
      assertFalse(detail.contains("{0}"), detail);
      titles.add(refusal.body().toJsonObject().getString("title"));
    }
    assertEquals(Languages.SERVED.size(), titles.size(), "a title is the same in two languages");
  }

  @Test
  void no_text_is_left_over() {
    for (Locale locale : Languages.SERVED) {
      assertEquals(
          Problem.values().length * 2,
          ResourceBundle.getBundle("problems", locale).keySet().size(),
          locale.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN|zh-CN",
        "zh|zh-CN",
        "zh-Hans-SG|zh-CN",
        "de-CH, en;q=0.8|de",
        "fr, de;q=0.5, en;q=0.9|en",
        "fr|en",
        "*|en",
        "../../etc|en",
        "de;q=0|en",
        "de;q=x|en"
      })
  void the_best_served_language_is_chosen(String header, String tag) {
    assertEquals(tag, Languages.best(header).toLanguageTag());
  }

  @Test
  void a_header_of_four_kilobytes_or_none_means_english() {
    assertEquals(Locale.ENGLISH, Languages.best("de,".repeat(1400)));
    assertEquals(Locale.ENGLISH, Languages.best(null));
  }

  @Test
  void retry_after_is_told_in_whole_seconds_at_least_one() {
    assertEquals("1", retryAfter(Duration.ofMillis(1)));
    assertEquals("2", retryAfter(Duration.ofMillis(1001)));
    assertEquals("60", retryAfter(Duration.ofMinutes(1)));
  }

  private static String retryAfter(Duration wait) {
    return Refusal.of(Problem.UNAVAILABLE, null, "t", wait)
        .headers()
        .getOrDefault("retry-after", "");
  }
}
