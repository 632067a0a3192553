package org.fapiaosuite.problems;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of the problems: the service's bundle {@code problems}, one file a language, and behind
 * it the words of the standard ones.
 */
public final class ProblemTexts {

  private static final List<String> BUNDLES = List.of("problems", "standard-problems");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /** What kind of problem it is, in a few words. */
  public static String title(ProblemType problem, Locale locale) {
    return text(locale, problem.slug() + ".title");
  }

  /** What the caller can do about it. */
  public static String detail(ProblemType problem, Locale locale, Object... arguments) {
    return text(locale, problem.slug() + ".detail", arguments);
  }

  static String text(Locale locale, String key, Object... arguments) {
    String pattern = pattern(locale, key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, locale).format(localised(locale, arguments));
  }

  private static Object[] localised(Locale locale, Object... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Localised term ? term.in(locale) : argument)
        .toArray();
  }

  private static String pattern(Locale locale, String key) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    for (String name : BUNDLES) {
      ResourceBundle bundle = ResourceBundle.getBundle(name, locale, application, NO_FALLBACK);
      if (bundle.containsKey(key)) {
        return bundle.getString(key);
      }
    }
    throw new MissingResourceException("no words for " + key, "problems", key);
  }
}
