package org.fapiaosuite.rest.language;

import java.util.Locale;

/** An argument of a problem's text that has a word in each language, such as a state. */
public interface Localised {

  /** The word in a served language. */
  String in(Locale locale);
}
