package org.fapiaosuite.rest.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.fapiaosuite.rest.language.Localised;
import org.jspecify.annotations.Nullable;

/**
 * The words of the problems: the service's bundle {@code problems}, one file a language, behind it
 * those of the library that a problem is from, and the words of the standard ones.
 */
public final class ProblemTexts {

  static final String OF_THE_SERVICE = "problems";
  static final String STANDARD = "standard-problems";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /** What kind of problem it is, in a few words. */
  public static String title(ProblemType problem, Locale locale) {
    return text(problem.words(), locale, problem.slug() + ".title");
  }

  /** What the caller can do about it. */
  public static String detail(ProblemType problem, Locale locale, Object... arguments) {
    return text(problem.words(), locale, problem.slug() + ".detail", arguments);
  }

  static String text(Locale locale, String key, Object... arguments) {
    return text(STANDARD, locale, key, arguments);
  }

  private static String text(String words, Locale locale, String key, Object... arguments) {
    String pattern = pattern(words, locale, key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, locale).format(localised(locale, arguments));
  }

  private static Object[] localised(Locale locale, Object... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Localised term ? term.in(locale) : argument)
        .toArray();
  }

  private static String pattern(String words, Locale locale, String key) {
    for (String name : List.of(OF_THE_SERVICE, words, STANDARD)) {
      ResourceBundle bundle = bundle(name, locale);
      if (bundle != null && bundle.containsKey(key)) {
        return bundle.getString(key);
      }
    }
    throw new MissingResourceException("no words for " + key, "problems", key);
  }

  /** Null when there is none, as in a service without problems of its own. */
  private static @Nullable ResourceBundle bundle(String name, Locale locale) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try {
      return ResourceBundle.getBundle(name, locale, application, NO_FALLBACK);
    } catch (MissingResourceException none) {
      return null;
    }
  }
}
