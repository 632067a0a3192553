package org.fapiaosuite.rest.language;

import io.smallrye.config.WithName;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;

/**
 * A text that is configured once for each language served: {@code .en}, {@code .zh-CN} and {@code
 * .de}. A configuration extends it to give defaults.
 */
public interface InEachLanguage {

  /** In English. */
  @NotBlank
  String en();

  /** In simplified Chinese. */
  @NotBlank
  @WithName("zh-CN")
  String chinese();

  /** In German. */
  @NotBlank
  String de();

  /** In the language of a caller, English where it is none of the others. */
  default String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh" -> chinese();
      case "de" -> de();
      default -> en();
    };
  }
}
