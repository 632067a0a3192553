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
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
