package org.fapiaosuite.fapiao.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the bundle {@code wording}, one file a language (zh-CN, en, de). */
public final class Wording {

  private static final String BUNDLE = "wording";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  /**
   * A text in a language.
   *
   * @param arguments fill the placeholders {0}, {1}…
   */
  public static String text(Locale locale, String key, Object... arguments) {
    String pattern =
        ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(), NO_FALLBACK)
            .getString(key);
    if (arguments.length == 0 && isPlain(pattern)) {
      return pattern;
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** Whether there is nothing in a pattern that a format would read as other than it stands. */
  private static boolean isPlain(String pattern) {
    return pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0;
  }
}
