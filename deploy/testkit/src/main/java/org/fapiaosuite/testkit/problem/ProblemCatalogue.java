package org.fapiaosuite.testkit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.rest.language.Languages;
import org.fapiaosuite.rest.problem.ProblemTexts;
import org.fapiaosuite.rest.problem.ProblemType;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.junit.jupiter.api.Test;

/**
 * What holds for every catalogue of problems and its words. A module's ProblemTextsTest extends
 * this with the constants of its enum.
 */
public abstract class ProblemCatalogue {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");

  private final List<ProblemType> problems;

  protected ProblemCatalogue(ProblemType... problems) {
    this.problems = List.of(problems);
    if (problems.length == 0) {
      throw new IllegalArgumentException("no problem");
    }
  }

  @Test
  void every_problem_has_words_of_its_own_in_every_language() {
    for (ProblemType problem : problems) {
      Set<String> titles = new TreeSet<>();
      for (Locale locale : Languages.SERVED) {
        String title = ProblemTexts.title(problem, locale);
        String detail = ProblemTexts.detail(problem, locale, 1, 2, 3);
        assertFalse(title.isBlank() || detail.isBlank(), problem.slug() + " in " + locale);
        assertFalse(detail.contains("{"), detail);
        titles.add(title);
      }
      assertEquals(Languages.SERVED.size(), titles.size(), problem.slug() + ": " + titles);
    }
  }

  @Test
  void a_slug_names_one_problem() {
    List<String> slugs = new ArrayList<>(problems.stream().map(ProblemType::slug).toList());
    if (!(problems.get(0) instanceof StandardProblem)) {
      standard().forEach(slugs::add);
    }
    assertEquals(slugs.stream().distinct().toList(), slugs);
    slugs.forEach(slug -> assertTrue(SLUG.matcher(slug).matches(), slug));
  }

  @Test
  void the_status_is_one_of_an_error() {
    for (ProblemType problem : problems) {
      assertTrue(problem.status() >= 400 && problem.status() < 600, problem.slug());
    }
  }

  /** Each file is read for itself: a bundle would take what is missing from the English one. */
  @Test
  void every_language_has_the_same_keys_with_the_same_placeholders() throws IOException {
    Properties english = words(Locale.ENGLISH);
    for (Locale locale : Languages.SERVED) {
      Properties words = words(locale);
      assertEquals(keys(english), keys(words), locale.toString());
      for (String key : keys(english)) {
        assertEquals(placeholders(english, key), placeholders(words, key), locale + " " + key);
      }
    }
  }

  @Test
  void no_words_are_left_of_a_problem_that_is_gone() throws IOException {
    Set<String> known =
        Stream.concat(problems.stream().map(ProblemType::slug), standard())
            .flatMap(slug -> Stream.of(slug + ".title", slug + ".detail"))
            .collect(Collectors.toSet());
    for (String key : keys(words(Locale.ENGLISH))) {
      assertTrue(key.startsWith("violation.") || known.contains(key), key);
    }
  }

  private static Stream<String> standard() {
    return Arrays.stream(StandardProblem.values()).map(ProblemType::slug);
  }

  private Properties words(Locale locale) throws IOException {
    String suffix = locale.equals(Locale.ENGLISH) ? "" : "_" + locale;
    String file = problems.get(0).words() + suffix + ".properties";
    Properties words = new Properties();
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = application.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IOException("no " + file);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      words.load(reader);
    }
    return words;
  }

  private static Set<String> keys(Properties words) {
    return new TreeSet<>(words.stringPropertyNames());
  }

  private static Set<String> placeholders(Properties words, String key) {
    return PLACEHOLDER
        .matcher(words.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
