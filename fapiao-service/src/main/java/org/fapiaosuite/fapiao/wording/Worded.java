package org.fapiaosuite.fapiao.wording;

import java.util.Locale;
import org.fapiaosuite.rest.language.Localised;

/** A term of the domain that has words in every language. */
public interface Worded extends Localised {

  /** The key of its words in the bundle {@code wording}. */
  String wordingKey();

  @Override
  default String in(Locale locale) {
    return Wording.text(locale, wordingKey());
  }
}
